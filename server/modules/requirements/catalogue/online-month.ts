import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { lastDayOf } from '../../../kernel/calendar.ts'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { isExcused } from '../../audience/index.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { Frame } from './frame.ts'
import { isAsked } from './owing.ts'
import { numberAt } from './place.ts'

export type OnlineRow = {
  readonly unitId: string
  readonly memberId: string
  readonly name: string
  readonly organizationId: string
  readonly branchName: string
  readonly path: string
  readonly minutes: number
  readonly aim: number
  readonly rank: number
}

/** One line for each member who belonged at the end of the month and is not excused: what was studied online in it. */
function rowsOf(frame: Frame, month: Month): SQL {
  const [first, last] = [`${month}-01`, lastDayOf(month)]
  const day = last < frame.day ? last : frame.day
  return sql`(
    select r.*, rank() over (order by r.minutes desc)::int as rank from (
      select ${members.unitId} as "unitId", ${members.id} as "memberId", ${members.name} as name,
        ${members.nameKey} as sort, ${organizations.id} as "organizationId",
        ${organizations.name} as "branchName", ${organizations.path} as path,
        greatest(coalesce(e.minutes, 0), 0)::int as minutes, ${numberAt(frame, 'online.month.min')} as aim
      from ${members}
      join ${organizations} on ${organizations.id} = ${members.organizationId}
      left join (select unit_id, member_id, sum(minutes) filter (where is_online) as minutes from ${hourEntries}
        where ${isAsked(frame, sql`unit_id`, sql`member_id`)}
          and ledger = 'member' and day between ${first}::date and ${last}::date
        group by 1, 2) e on e.unit_id = ${members.unitId} and e.member_id = ${members.id}
      where ${organizations.path} like ${`${frame.path}%`}
        and (${members.arrivedOn} is null or ${members.arrivedOn} <= ${day}::date)
        and (${members.leftOn} is null or ${members.leftOn} > ${day}::date)
        and not ${isExcused(day).sql}) r) as s`
}

const sums = {
  people: sql<number>`count(*)::int`,
  studied: sql<number>`count(*) filter (where s.minutes > 0)::int`,
  met: sql<number>`count(*) filter (where s.minutes >= s.aim)::int`,
  minutes: sql<number>`coalesce(sum(s.minutes), 0)::float8`,
}

export async function sumOfMonth(db: Reader, frame: Frame, month: Month) {
  const [row] = await db.select(sums).from(rowsOf(frame, month))
  return row ?? { people: 0, studied: 0, met: 0, minutes: 0 }
}

/** The same for everybody below the same step of the path: one line for each organization directly below. */
export async function sumsBelow(db: Reader, frame: Frame, month: Month) {
  const step = frame.path.split('/').length
  const rows = await db
    .select({ key: sql<string>`split_part(s.path, '/', ${step}::int)`.as('key'), ...sums })
    .from(rowsOf(frame, month))
    .groupBy(sql`1`)
  return new Map(rows.map(({ key, ...row }) => [key, row]))
}

type Page = { readonly page: number; readonly size: number; readonly lacking: boolean }

/** The league table, the most first; or those below the aim, the least first. */
export async function membersOfMonth(
  db: Reader,
  frame: Frame,
  month: Month,
  ...[{ page, size, lacking }]: [Page]
): Promise<OnlineRow[]> {
  return db
    .select({
      unitId: sql<string>`s."unitId"`,
      memberId: sql<string>`s."memberId"`,
      name: sql<string>`s.name`,
      organizationId: sql<string>`s."organizationId"`,
      branchName: sql<string>`s."branchName"`,
      path: sql<string>`s.path`,
      minutes: sql<number>`s.minutes`,
      aim: sql<number>`s.aim`,
      rank: sql<number>`s.rank`,
    })
    .from(rowsOf(frame, month))
    .where(lacking ? sql`s.minutes < s.aim` : sql`true`)
    .orderBy(lacking ? sql`s.minutes` : sql`s.minutes desc`, sql`s.sort`, sql`s."memberId"`)
    .limit(size)
    .offset((page - 1) * size)
}
