import { and, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { oneOf, rowsOf } from '../../kernel/many.ts'
import { organizations } from '../organizations/table.ts'
import { activities, attendances } from './table.ts'

export type ActivityKey = { readonly unitId: string; readonly activityId: string }
export type Attendance = typeof attendances.$inferInsert & { readonly id: string }

/** Activities with their place in the tree, by id; the caller's reach is judged call by call. */
export async function findActivities(db: Reader, keys: readonly ActivityKey[]) {
  const unitIds = keys.map(({ unitId }) => unitId)
  const ids = keys.map(({ activityId }) => activityId)
  const rows = await db
    .select({ activity: activities, path: organizations.path })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(and(oneOf(activities.unitId, unitIds), oneOf(activities.id, ids)))
  return new Map(rows.map((row) => [row.activity.id, row]))
}

/**
 * Keeps the first sign-in of each member and returns, by `attendanceKey`, the row that counts.
 * Sorted, so that two bursts that overlap take their locks in the same order.
 */
export async function keepAttendances(tx: Db, wanted: readonly Attendance[]) {
  const firsts = new Map(wanted.toReversed().map((row) => [attendanceKey(row), row]))
  const sorted = [...firsts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  if (sorted.length === 0) return new Map<string, typeof attendances.$inferSelect>()

  const rows = await tx
    .insert(attendances)
    .select(rowsOf(attendances, sorted))
    .onConflictDoUpdate({
      target: [attendances.unitId, attendances.activityId, attendances.memberId],
      set: { at: sql`${attendances.at}` },
    })
    .returning()
  return new Map(rows.map((row) => [attendanceKey(row), row]))
}

export function attendanceKey(row: Pick<Attendance, 'unitId' | 'activityId' | 'memberId'>): string {
  return `${row.unitId}:${row.activityId}:${row.memberId}`
}
