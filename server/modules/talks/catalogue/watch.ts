import { listedKinds } from '@zhixing/contract/words.ts'
import { and, eq, gte, isNull, like, notInArray, or, sql } from 'drizzle-orm'
import { addMonths, startOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { activities, attendances, closureInForce, closures } from '../../activities/table.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { isExcused } from '../../audience/index.ts'
import { belongsBelow } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { standingsOf } from '../../requirements/index.ts'
import { ruleAt, rulesBelow } from '../../rules/index.ts'
import { monthsBetween, partOf, spanOf } from '../rules/months.ts'
import { alertKeys, reasonsOf } from '../rules/signs.ts'
import type { AlertRules, Facts } from '../rules/signs.ts'

/** Whose months are looked at: everybody below a path, or one of them. */
type Asked = {
  readonly path: string
  /** Of large places one unit after the other: only those who belong to this one. */
  readonly unitId?: string
  readonly memberId?: string
  readonly now: Date
  readonly day: Day
}

export type MonthRow = {
  readonly memberId: string
  readonly month: Month
  readonly due: number
  readonly present: number
  readonly minutes: number
}

const fewMost = 500

/** The longest that a rule may look back. */
const monthsMax = 18

/** Everybody below a path who is asked for study and meetings, each with what the data say against their own past. */
export async function watchedAt(db: Reader, asked: Asked) {
  const { path, now, day } = asked
  const people = await findPeople(db, asked)
  if (people.length === 0) return []
  const rulesOf = await rulesBelow(db, alertKeys, path)
  // The few of a committee above many units are asked by name, not with everybody below it.
  const few = people.length <= fewMost ? people.map(({ memberId }) => memberId) : undefined
  const months = Map.groupBy(await findMonths(db, asked, few), ({ memberId }) => memberId)
  const absences = Map.groupBy(await findAbsences(db, asked, few), ({ memberId }) => memberId)
  const { clause } = await ruleAt(db, 'hours.member.year', { path, day })
  const filter = {
    standing: 'atRisk' as const,
    ...(few ? { memberIds: few } : {}),
  }
  const stands = await standingsOf(db, { path, now }, filter)
  const behind = new Map(
    stands.map(({ memberId, dueNowMinutes, dueYearMinutes, doneMinutes }) => [
      memberId,
      { dueNowMinutes, dueYearMinutes, doneMinutes, clause },
    ]),
  )
  return people.map((person) => {
    const rules: AlertRules = rulesOf({ path: person.path, day })
    const own = months.get(person.memberId) ?? []
    const missed = absences.get(person.memberId) ?? []
    const since = addMonths(day, -rules['alert.absences.months'].value)
    const facts: Facts = {
      ...partsOf(own, rules, { day, since: person.since }),
      absences: missed.filter((one) => one.day >= since).length,
      behind: behind.get(person.memberId),
    }
    return { ...person, rules, months: own, absences: missed, reasons: reasonsOf(facts, rules) }
  })
}

function partsOf(
  own: readonly MonthRow[],
  rules: AlertRules,
  { day, since }: { readonly day: Day; readonly since: Day | null },
) {
  const [recent, earlier] = [
    rules['alert.recent.months'].value,
    rules['alert.earlier.months'].value,
  ]
  const span = spanOf(day, recent, earlier)
  return {
    recent: partOf(own, monthsBetween(span.recentFrom, span.until), since),
    earlier: partOf(own, monthsBetween(span.from, span.recentFrom), since),
  }
}

async function findPeople(db: Reader, { path, unitId, memberId, day }: Asked) {
  return db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      since: members.arrivedOn,
      organizationId: organizations.id,
      organizationName: organizations.name,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        like(organizations.path, `${path}%`),
        or(isNull(members.leftOn), sql`${members.leftOn} > ${day}::date`),
        unitId ? eq(members.unitId, unitId) : undefined,
        memberId ? eq(members.id, memberId) : undefined,
        // Article 23: of whom nothing is demanded, nothing is held against.
        sql`not ${isExcused(day).sql}`,
      ),
    )
    .orderBy(members.nameKey, members.name, members.id)
}

/** Attendance of closed records and minutes of study, month by month. */
async function findMonths(
  db: Reader,
  { path, day }: Asked,
  few?: readonly string[],
): Promise<MonthRow[]> {
  const from = addMonths(`${day.slice(0, 7)}-01`, -monthsMax)
  const who = few ? sql`and m.id = any(${sql.param(few)}::uuid[])` : sql``
  const own = sql`(
    select x.member_id as "memberId", x.month, sum(x.due)::int as due, sum(x.present)::int as present,
      greatest(sum(x.minutes), 0)::int as minutes
    from (
      select a.member_id, to_char(v.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
        1 as due, case when a.mark = 'present' then 1 else 0 end as present, 0 as minutes
      from ${attendances} a
      join ${activities} v on v.unit_id = a.unit_id and v.id = a.activity_id and v.starts_at >= ${startOf(from)}
      join ${closures} c on c.unit_id = v.unit_id and c.activity_id = v.id and c.reopened_at is null
      where ${belongsBelow([path], sql`a.member_unit_id`, sql`a.member_id`)}
        and a.is_due and not a.is_guest and v.kind not in ('classSession', 'studyGroupSession')
      union all
      select e.member_id, to_char(e.day, 'YYYY-MM'), 0, 0, e.minutes
      from ${hourEntries} e where ${belongsBelow([path], sql`e.unit_id`, sql`e.member_id`)}
        and e.ledger = 'member' and e.day >= ${from}::date
    ) x
    join ${members} m on m.id = x.member_id and m.left_on is null
    join ${organizations} o on o.id = m.organization_id and o.path like ${`${path}%`}
    where true ${who}
    group by 1, 2) as w`
  return db
    .select({
      memberId: sql<string>`w."memberId"`,
      month: sql<Month>`w.month`,
      due: sql<number>`w.due`,
      present: sql<number>`w.present`,
      minutes: sql<number>`w.minutes`,
    })
    .from(own)
}

/** Meetings missed without leave. */
async function findAbsences(db: Reader, { path, day }: Asked, few?: readonly string[]) {
  return db
    .select({
      memberId: attendances.memberId,
      day: sql<Day>`to_char(${activities.startsAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
      title: activities.title,
    })
    .from(attendances)
    .innerJoin(
      activities,
      and(eq(activities.unitId, attendances.unitId), eq(activities.id, attendances.activityId)),
    )
    .innerJoin(closures, closureInForce)
    .innerJoin(
      members,
      and(eq(members.unitId, attendances.unitId), eq(members.id, attendances.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        like(organizations.path, `${path}%`),
        few ? oneOf(members.id, few) : undefined,
        eq(attendances.mark, 'absent'),
        eq(attendances.isDue, true),
        notInArray(activities.kind, [...listedKinds]),
        gte(activities.startsAt, startOf(addMonths(day, -monthsMax))),
      ),
    )
    .orderBy(activities.startsAt)
}
