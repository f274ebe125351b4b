import { and, eq, or, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { activities, attendances } from '../../activities/table.ts'
import { hourEntries } from '../../ledgers/table.ts'

/*
 * Where somebody was lies with the unit that held it, which need not be their own: it is asked by the id of the member,
 * apart from what their own unit knows.
 */

/** The last day each of them came anywhere. */
export async function lastActivities(
  db: Reader,
  memberIds: readonly string[],
): Promise<Map<string, Day>> {
  const rows = await db
    .select({
      memberId: attendances.memberId,
      lastOn: sql<Day>`max((${activities.startsAt} at time zone 'Asia/Shanghai')::date)::text`,
    })
    .from(attendances)
    .innerJoin(
      activities,
      and(eq(activities.unitId, attendances.unitId), eq(activities.id, attendances.activityId)),
    )
    .where(and(oneOf(attendances.memberId, memberIds), eq(attendances.mark, 'present')))
    .groupBy(attendances.memberId)
  return new Map(rows.map(({ memberId, lastOn }) => [memberId, lastOn]))
}

/** Which activities each of them joined from elsewhere, as "member:activity". */
export async function joinedFromAfar(
  db: Reader,
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ memberId: attendances.memberId, activityId: attendances.activityId })
    .from(attendances)
    .where(and(oneOf(attendances.memberId, memberIds), eq(attendances.way, 'remote')))
  return new Set(rows.map(({ memberId, activityId }) => `${memberId}:${activityId}`))
}

/** Minutes studied away from the room in a year: online, or at an activity joined from elsewhere. */
export async function remoteMinutes(
  db: Reader,
  memberIds: readonly string[],
  year: number,
): Promise<Map<string, number>> {
  const afar = [...(await joinedFromAfar(db, memberIds))]
  const joined = sql`(${hourEntries.memberId}::text || ':' || ${hourEntries.sourceId}::text) = any(${sql.param(afar)}::text[])`
  const rows = await db
    .select({
      memberId: hourEntries.memberId,
      minutes: sql<number>`sum(${hourEntries.minutes})::int`,
    })
    .from(hourEntries)
    .where(
      and(
        oneOf(hourEntries.memberId, memberIds),
        eq(hourEntries.ledger, 'member'),
        eq(hourEntries.year, year),
        or(hourEntries.isOnline, joined),
      ),
    )
    .groupBy(hourEntries.memberId)
  return new Map(rows.map(({ memberId, minutes }) => [memberId, minutes]))
}
