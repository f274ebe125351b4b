import { and, eq, gte, isNull, sql } from 'drizzle-orm'
import { addMonths, dayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { excuses, members, posts } from '../../members/table.ts'
import { inTurn } from '../rules.ts'
import type { Candidate } from '../rules.ts'
import { lectureTurns } from '../table.ts'

const yearsLookedBack = 2

/** Full members of a branch who can be asked to speak, whoever comes next first. */
export async function findCandidates(
  db: Reader,
  organizationId: string,
  now: Date,
): Promise<Candidate[]> {
  const today = dayOf(now)
  const since = addMonths(today, -12 * yearsLookedBack)
  const held = sql`from activities a join closures c on c.unit_id = a.unit_id and c.activity_id = a.id
    and c.reopened_at is null where a.unit_id = ${members.unitId} and a.lecturer_id = ${members.id}
    and a.kind = 'lecture' and a.cancelled_at is null and a.starts_at >= ${since}::date`
  const sits = sql`select from ${posts} where ${posts.unitId} = ${members.unitId}
    and ${posts.memberId} = ${members.id} and ${posts.post} in ('secretary', 'deputySecretary')
    and ${posts.from} <= ${today} and (${posts.until} is null or ${posts.until} >= ${today})`
  const rows = await db
    .select({
      memberId: members.id,
      name: members.name,
      nameKey: members.nameKey,
      given: sql<number>`(select count(*)::int ${held})`,
      lastOn: sql<
        string | null
      >`(select to_char(max(a.starts_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') ${held})`,
      isSecretary: sql<boolean>`exists (${sits})`,
    })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        isNull(members.leftOn),
        isNull(members.lostSince),
        eq(members.stage, 'full'),
        eq(members.isSuspended, false),
        sql`not exists (select from ${excuses} where ${excuses.unitId} = ${members.unitId}
          and ${excuses.memberId} = ${members.id} and ${excuses.from} <= ${today}
          and (${excuses.until} is null or ${excuses.until} >= ${today})
          and (${excuses.endedOn} is null or ${excuses.endedOn} > ${today}))`,
      ),
    )
  const ahead = await countAhead(db, organizationId, monthOf(today))
  return inTurn(rows.map((row) => ({ ...row, ahead: ahead.get(row.memberId) ?? 0 })))
}

/** How many turns each still has ahead. */
async function countAhead(db: Reader, organizationId: string, from: string) {
  const rows = await db
    .select({ memberId: lectureTurns.memberId, count: sql<number>`count(*)::int` })
    .from(lectureTurns)
    .where(and(eq(lectureTurns.organizationId, organizationId), gte(lectureTurns.month, from)))
    .groupBy(lectureTurns.memberId)
  return new Map(rows.map(({ memberId, count }) => [memberId, count]))
}
