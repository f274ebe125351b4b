import { headings } from '@zhixing/contract/plan-words.ts'
import { keysOf } from '@zhixing/contract'
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { daysBetween } from '../../../kernel/calendar.ts'
import { listed } from '../../../kernel/many.ts'
import { fullDay, hoursText, monthDay } from '../../../kernel/words.ts'
import { conditionOf } from '../../audience/index.ts'
import type { Subject } from '../../audience/index.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { Applied, Step } from '../rules/derivation.ts'
import type { Requirement } from './declare.ts'
import type { Frame } from './frame.ts'
import { excusedMonths, present } from './owing.ts'

/**
 * The topics that approved plans make mandatory, each for its audience: somebody owes of each head the most that any
 * plan asks. What is studied beyond that of one head does not make up for another.
 */
export const planTopics: Requirement = {
  key: 'planTopics',
  measure: 'minutes',
  ledger: 'member',
  rule: null,
  sentence: '完成培训计划规定的重点专题',
  isForAll: false,
  counts: ({ heading }) => heading !== null,
  ask: ({ topics, year }) => ({
    clause: [
      ...new Set(topics.map(({ ownerName, planTitle }) => `${ownerName}《${planTitle}》`)),
    ].join('、'),
    since: topics.map(({ approvedOn }) => approvedOn).toSorted()[0] ?? `${year}-01-01`,
  }),
  rows: (frame) => standing(frame, sums(frame, facts(frame))),
}

/** One line for each head that somebody owes: how much, how much is done, how much the activities ahead will bring. */
function facts(frame: Frame): SQL {
  const { topics, day, planned, year } = frame
  const asked =
    topics.length === 0
      ? sql`(select null::text as heading, 0 as minimum where false)`
      : sql.join(
          topics.map(
            ({ heading, minMinutes, audience, path }) =>
              sql`select ${heading}::text as heading, ${minMinutes}::int as minimum
                where starts_with(${organizations.path}::text, ${path}) and ${conditionOf(audience, day).sql}`,
          ),
          sql` union all `,
        )
  const awaited = planned.filter(({ heading, due }) => heading !== null && due === 'branch')
  const ahead = listed('a', {
    organization: ['uuid', awaited.map(({ organizationId }) => organizationId)],
    heading: ['text', awaited.map(({ heading }) => heading)],
    minutes: ['int', awaited.map(({ minutes }) => minutes)],
  })
  return sql`
    select ${members.unitId} as "unitId", ${members.id} as "memberId", ${members.name} as name,
      ${members.nameKey} as sort, ${members.groupId} as "groupId",
      ${organizations.id} as "organizationId", ${organizations.name} as "branchName",
      ${organizations.path} as path, greatest(${members.arrivedOn}, ${members.joinedOn}) as since,
      x.reason as "excuseReason", o.minimum, coalesce(s.minutes, 0) as done, coalesce(a.minutes, 0) as ahead
    from ${members}
    join ${organizations} on ${organizations.id} = ${members.organizationId}
    cross join lateral (select t.heading, max(t.minimum) as minimum from (${asked}) t group by 1) o
    left join lateral (select sum(e.minutes)::int as minutes from ${hourEntries} e
      where e.unit_id = ${members.unitId} and e.member_id = ${members.id} and e.ledger = 'member'
        and e.year = ${year}::int and e.heading = o.heading) s on true
    left join (select organization, heading, sum(minutes)::int as minutes
      from ${ahead} group by 1, 2) a
      on a.organization = ${members.organizationId} and a.heading = o.heading
    left join ${excusedMonths(frame)} x on x.unit_id = ${members.unitId} and x.member_id = ${members.id}
    where ${present(frame)}`
}

function sums({ year, day }: Frame, rows: SQL): SQL {
  const gone = daysBetween(`${year}-01-01`, day) + 1
  const length = daysBetween(`${year}-01-01`, `${year}-12-31`) + 1
  return sql`
    select "unitId", "memberId", name, sort, "groupId", "organizationId", "branchName", path, since,
      "excuseReason", sum(minimum)::int as threshold, 12 as months, 0 as excused,
      sum(least(done, minimum))::int as "fullMinutes", 0 as "onlineMinutes", 0 as "onlineMost",
      0 as "otherMinutes", 0 as "otherMost", sum(least(done, minimum))::int as "doneMinutes",
      sum(minimum)::int as "dueYearMinutes", (sum(minimum) * ${gone}::int / ${length}::int)::int as "dueNowMinutes",
      sum(least(greatest(minimum - done, 0), ahead))::int as "plannedMinutes"
    from (${rows}) f group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`
}

function standing(_: Frame, rows: SQL): SQL {
  return sql`
    select d.*, null::date as deadline, null::int as "timesDone", null::int as "timesDue",
      case when d."excuseReason" is not null then 'excused'
        when d."doneMinutes" >= d."dueYearMinutes" then 'met'
        when d."doneMinutes" >= d."dueNowMinutes" then 'onCourse'
        when d."doneMinutes" + d."plannedMinutes" >= d."dueYearMinutes" then 'behind'
        else 'atRisk' end as standing
    from (${rows}) d`
}

type Entry = { readonly heading: string | null; readonly minutes: number }

/** The sum head by head, with the plan that asks for each. */
export function tellTopics(
  { topics, day }: Frame,
  { subject, path }: { readonly subject: Subject; readonly path: string },
  entries: readonly Entry[],
): { readonly steps: Step[]; readonly rules: Applied[] } {
  const own = topics.filter(
    (topic) => path.startsWith(topic.path) && conditionOf(topic.audience, day).holds(subject),
  )
  const heads = keysOf(headings).filter((heading) => own.some((topic) => topic.heading === heading))
  const rules = own.map(({ title, minMinutes, ownerName, planTitle, approvedOn }) => ({
    name: title,
    value: `不少于 ${hoursText(minMinutes)} 学时`,
    clause: `${ownerName}《${planTitle}》`,
    since: `${fullDay(approvedOn)}批准`,
  }))
  const lines = heads.map((heading) => {
    const asked = own.filter((topic) => topic.heading === heading)
    const minimum = Math.max(...asked.map(({ minMinutes }) => minMinutes))
    const strictest = asked.find(({ minMinutes }) => minMinutes === minimum)
    const done = entries
      .filter((entry) => entry.heading === heading)
      .reduce((all, { minutes }) => all + minutes, 0)
    return { heading, minimum, done, rule: strictest ? own.indexOf(strictest) + 1 : 1 }
  })
  const whole = lines.reduce((all, { minimum }) => all + minimum, 0)
  const counted = lines.reduce((all, { minimum, done }) => all + Math.min(minimum, done), 0)
  const steps = [
    ...lines.map(({ heading, minimum, done, rule }) => ({
      label: `“${headings[heading]}”应学 ${hoursText(minimum)} 学时，已学 ${hoursText(done)}，计入`,
      value: `${hoursText(Math.min(minimum, done))} 学时`,
      rule,
      isSum: false,
    })),
    { label: `到 ${monthDay(day)}已完成`, value: `${hoursText(counted)} 学时`, isSum: true },
    { label: '全年应完成', value: `${hoursText(whole)} 学时`, isSum: false },
  ]
  return { steps, rules }
}
