import { and, eq, gte, like, or, sql } from 'drizzle-orm'
import { addMonths, monthOf, startOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { activities, attendances, closures } from '../../activities/table.ts'
import { standingsBelow } from '../../duties/index.ts'
import { excuses, members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { workMonths } from '../rules/clock.ts'
import type { MonthFact } from '../rules/clock.ts'
import { conductTasks } from '../table.ts'
import type { Asked } from './people.ts'

/** As far as a clock looks back: longer than any rule asks for. */
const monthsMax = 18

export function firstMonth(day: Day): Month {
  return monthOf(addMonths(`${monthOf(day)}-01`, -monthsMax))
}

/**
 * Month by month whether somebody came, and whether they stayed away without leave on a day on which no excuse held. An
 * excuse that was granted later counts for its days as well: the roll was closed without knowing of it.
 */
export async function lifeMonths(db: Reader, { path, memberId, memberIds }: Asked, day: Day) {
  const on = sql`(v.starts_at at time zone 'Asia/Shanghai')::date`
  const ids = memberId ? [memberId] : memberIds
  const who = ids ? sql`where a.member_id = any(${sql.param(ids)}::uuid[])` : sql``
  // By itself first: what somebody came to may lie with another unit than they do.
  const came = sql`(
    select a.member_unit_id, a.member_id, a.mark, a.is_due and not a.is_guest as is_owed, ${on} as on_day
    from ${attendances} a
    join ${activities} v on v.unit_id = a.unit_id and v.id = a.activity_id
      and v.starts_at >= ${startOf(`${firstMonth(day)}-01`)} and v.kind <> 'classSession'
    join ${closures} c on c.unit_id = v.unit_id and c.activity_id = v.id and c.reopened_at is null
    ${who}) as a`
  const own = sql`(
    select a.member_id as "memberId", to_char(a.on_day, 'YYYY-MM') as month,
      bool_or(a.mark = 'present') as done,
      bool_or(a.mark = 'absent' and a.is_owed and not exists (
        select from ${excuses} e where e.unit_id = m.unit_id and e.member_id = m.id and e.from_day <= a.on_day
          and (e.until_day is null or e.until_day >= a.on_day)
          and (e.ended_on is null or e.ended_on > a.on_day))) as asked
    from ${came}
    join ${members} m on m.unit_id = a.member_unit_id and m.id = a.member_id and m.left_on is null
    join ${organizations} o on o.id = m.organization_id and o.path like ${`${path}%`}
    group by 1, 2) as w`
  const rows = await db
    .select({
      memberId: sql<string>`w."memberId"`,
      month: sql<Month>`w.month`,
      asked: sql<boolean>`w.asked`,
      done: sql<boolean>`w.done`,
    })
    .from(own)
  return Map.groupBy(rows, (row) => row.memberId)
}

type Owed = { memberId: string; dueOn: Day; doneOn: Day | null; endedOn: Day | null }

/** Month by month what was assigned and done: tasks of the branch, and the duties that go with a post. */
export async function workFacts(
  db: Reader,
  { path, unitId, memberId }: Asked,
  day: Day,
): Promise<Map<string, MonthFact[]>> {
  const tasks = await db
    .select({
      memberId: conductTasks.memberId,
      dueOn: conductTasks.dueOn,
      doneOn: conductTasks.doneOn,
      state: conductTasks.state,
    })
    .from(conductTasks)
    .innerJoin(
      members,
      and(eq(members.unitId, conductTasks.unitId), eq(members.id, conductTasks.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        like(organizations.path, `${path}%`),
        unitId ? eq(conductTasks.unitId, unitId) : undefined,
        memberId ? eq(conductTasks.memberId, memberId) : undefined,
        or(gte(conductTasks.dueOn, `${firstMonth(day)}-01`), eq(conductTasks.state, 'open')),
      ),
    )
  // What was taken back before it was done was never owed.
  const owed: Owed[] = tasks
    .filter(({ state }) => state !== 'cancelled')
    .map((task) => ({ ...task, endedOn: null }))
  const all = [...owed, ...(await dutiesOf(db, { path, unitId }, day))]
  const byMember = Map.groupBy(all, (one) => one.memberId)
  return new Map(
    [...byMember]
      .filter(([id]) => memberId === undefined || id === memberId)
      .map(([id, rows]) => [id, workMonths(rows, day)]),
  )
}

/** Who holds a post owes what goes with it from the day they hold it. */
async function dutiesOf(
  db: Reader,
  where: { readonly path: string; readonly unitId: string | undefined },
  day: Day,
): Promise<Owed[]> {
  const year = yearOf(day)
  const owed: Owed[] = []
  for (const one of [year - 1, year])
    // Two years, one after the other on one connection.
    // oxlint-disable-next-line no-await-in-loop
    for await (const standings of standingsBelow(db, where, { year: one, day }))
      for (const { holder, items } of standings.flatMap(({ sheets }) => sheets))
        for (const { period, record, state } of items)
          if (holder && period.dueOn >= holder.since && (state === 'overdue' || record))
            owed.push({
              memberId: holder.memberId,
              dueOn: period.dueOn,
              doneOn: record && record.returned === null ? record.doneOn : null,
              endedOn: null,
            })
  return owed
}
