import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { daysIn, monthOf } from '../../../kernel/calendar.ts'
import { listed } from '../../../kernel/many.ts'
import { hourEntries, hourTotals } from '../../ledgers/table.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { Requirement } from './declare.ts'
import type { Frame } from './frame.ts'
import { excusedMonths, isAsked, present, seats } from './owing.ts'
import { numberAt, shareAt } from './place.ts'
import type { NumberKey } from './place.ts'

type HoursWords = Pick<Requirement, 'key' | 'ledger' | 'sentence'> & {
  readonly rule: NumberKey
  /** Only those who sit on a committee, and only since they do. */
  readonly isForCommittee: boolean
  /** Only what was studied of this category. */
  readonly category?: string
  /** Only those of this rank. */
  readonly rank?: 'county' | 'section'
  /** The rule speaks of so many years: each owes an equal part of it. */
  readonly years?: number
}

/** So many hours a year: for those who came, sat or were obliged for part of it, so many twelfths. */
export function declareHours({
  isForCommittee,
  category,
  rank,
  ...words
}: HoursWords): Requirement {
  const { years = 1 } = words
  return {
    ...words,
    measure: 'minutes',
    isForAll: !isForCommittee && rank === undefined,
    counts: (entry) => category === undefined || entry.category === category,
    rows: (frame) =>
      standing(sums(frame, facts(frame, { ...words, isForCommittee, category, rank, years }))),
  }
}

type Facts = Pick<HoursWords, 'rule' | 'ledger' | 'isForCommittee'> & {
  readonly category: string | undefined
  readonly rank: string | undefined
  readonly years: number
}

/** One line for each who owes it: since when, how much, and what the ledger says. */
function facts(frame: Frame, asked: Facts): SQL {
  const { rule, ledger, isForCommittee, category, rank, years } = asked
  const { year, day } = frame
  const owed = sql`(${numberAt(frame, rule)} / ${years}::int)`
  const ranked = rank === undefined ? sql`true` : sql`${members.rank} = ${rank}`
  const seat = isForCommittee
    ? sql`join ${seats(frame, 'committee')} seat
        on seat.unit_id = ${members.unitId} and seat.member_id = ${members.id}`
    : sql``
  const since = isForCommittee ? sql`, seat.since` : sql``
  const ahead = plannedBy(frame, isForCommittee)
  return sql`
    select ${members.unitId} as "unitId", ${members.id} as "memberId", ${members.name} as name,
      ${members.nameKey} as sort, ${members.groupId} as "groupId",
      ${organizations.id} as "organizationId", ${organizations.name} as "branchName",
      ${organizations.path} as path,
      greatest(${members.arrivedOn}, ${members.joinedOn}${since}) as since,
      ${owed} as threshold,
      coalesce(t.full_minutes, 0)::int as "fullMinutes", coalesce(t.online_minutes, 0)::int as "onlineMinutes",
      coalesce(t.other_minutes, 0)::int as "otherMinutes",
      ${shareAt(frame, 'hours.online.share.max', owed)} as "onlineMost",
      ${shareAt(frame, 'hours.self_study.share.max', owed)} as "otherMost",
      coalesce(x.months, 0) as excused, x.reason as "excuseReason",
      (${ahead.minutes})::int as "plannedMinutes"
    from ${members}
    join ${organizations} on ${organizations.id} = ${members.organizationId}
    ${seat}
    left join ${category === undefined ? totals(ledger, year) : ofCategory(frame, ledger, category)} t
      on t.unit_id = ${members.unitId} and t.member_id = ${members.id}
    left join ${excusedMonths(frame)} x on x.unit_id = ${members.unitId} and x.member_id = ${members.id}
    ${ahead.joins}
    where ${present(frame)} and ${ranked} and coalesce(greatest(${members.arrivedOn}, ${members.joinedOn}${since}) <= ${day}::date, true)`
}

function totals(ledger: string, year: number): SQL {
  return sql`(select unit_id, member_id, centralized_minutes as full_minutes, online_minutes,
    minutes - centralized_minutes - online_minutes as other_minutes
    from ${hourTotals} where ledger = ${ledger} and year = ${year}::int)`
}

function ofCategory(frame: Frame, ledger: string, category: string): SQL {
  const { year } = frame
  const who = isAsked(frame, sql`unit_id`, sql`member_id`)
  // Chosen while adding up, and not before: so all of it is found in the index `hour_entries_by_day`.
  const these = sql`category = ${category}`
  return sql`(select unit_id, member_id,
      sum(minutes) filter (where ${these} and is_centralized and not is_online) as full_minutes,
      sum(minutes) filter (where ${these} and is_online) as online_minutes,
      sum(minutes) filter (where ${these} and not is_centralized and not is_online) as other_minutes
    from ${hourEntries} where ${who} and ledger = ${ledger}
      and day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by 1, 2)`
}

/** What the activities ahead will bring: to the whole branch, to its committee, or to one of its groups. */
function plannedBy(
  frame: Frame,
  isForCommittee: boolean,
): { readonly minutes: SQL; readonly joins: SQL } {
  const { planned } = frame
  if (planned.length === 0) return { minutes: sql`0`, joins: sql`` }
  const list = listed('a', {
    organization: ['uuid', planned.map(({ organizationId }) => organizationId)],
    crowd: ['uuid', planned.map(({ groupId }) => groupId)],
    due: ['text', planned.map(({ due }) => due)],
    minutes: ['int', planned.map(({ minutes }) => minutes)],
  })
  const ofCommittee = sql`coalesce(ahead.committee, 0)`
  const sits = sql`left join ${seats(frame, 'committee')} sits
    on sits.unit_id = ${members.unitId} and sits.member_id = ${members.id}`
  return {
    joins: sql`
      left join (select organization,
          coalesce(sum(minutes) filter (where due = 'branch'), 0) as everybody,
          coalesce(sum(minutes) filter (where due = 'committee'), 0) as committee
        from ${list} group by 1
      ) ahead on ahead.organization = ${members.organizationId}
      left join (select crowd, sum(minutes) as minutes
        from ${list}
        where due = 'group' group by 1
      ) circle on circle.crowd = ${members.groupId}
      ${isForCommittee ? sql`` : sits}`,
    minutes: sql`coalesce(ahead.everybody, 0) + coalesce(circle.minutes, 0)
      + ${isForCommittee ? ofCommittee : sql`case when sits.member_id is null then 0 else ${ofCommittee} end`}`,
  }
}

function bits(mask: SQL): SQL {
  return sql`bit_count((${mask})::bit(12))::int`
}

/**
 * From facts to minutes. Months are whole: one counts when somebody owed on its first day and was not excused then.
 * What is due by now is what the months that are over ask, and of the running month the days that are over.
 */
function sums({ year, day }: Frame, rows: SQL): SQL {
  const [running, gone, length] = [
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8)),
    daysIn(monthOf(day)),
  ]
  return sql`
    select f.*, 12 - f.start - ${bits(sql`f.excused >> f.start`)} as months,
      case when f.start > ${running}::int then 0 else
        (${running}::int - f.start - ${bits(sql`(f.excused >> f.start) & ((1 << (${running}::int - f.start)) - 1)`)}) * ${length}::int
        + (1 - (f.excused >> ${running}::int & 1)) * ${gone}::int
      end as "daysOfMonths", ${length}::int as "monthLength",
      f."fullMinutes" + least(f."onlineMinutes", f."onlineMost") + least(f."otherMinutes", f."otherMost") as "doneMinutes"
    from (select r.*, case when r.since is null or r.since <= make_date(${year}::int, 1, 1) then 0
        else extract(month from r.since)::int - case when extract(day from r.since) = 1 then 1 else 0 end
      end as start from (${rows}) r) f`
}

function standing(rows: SQL): SQL {
  return sql`
    select d.*, null::date as deadline, null::int as "timesDone", null::int as "timesDue",
      case when d."excuseReason" is not null or d."dueYearMinutes" = 0 then 'excused'
        when d."doneMinutes" >= d."dueYearMinutes" then 'met'
        when d."doneMinutes" >= d."dueNowMinutes" then 'onCourse'
        when d."doneMinutes" + d."plannedMinutes" >= d."dueYearMinutes" then 'behind'
        else 'atRisk' end as standing
    from (select s.*, s.threshold * s.months / 12 as "dueYearMinutes",
        s.threshold * s."daysOfMonths" / (12 * s."monthLength") as "dueNowMinutes" from (${rows}) s) d`
}
