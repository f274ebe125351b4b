import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { closures } from '../table.ts'
import type { ActivityKey } from './activities.ts'

export type Closure = typeof closures.$inferSelect

/** The closing that is in force, if the record is closed. */
export async function findClosure(
  db: Reader,
  { unitId, activityId }: ActivityKey,
): Promise<Closure | undefined> {
  const [row] = await db
    .select()
    .from(closures)
    .where(
      and(
        eq(closures.unitId, unitId),
        eq(closures.activityId, activityId),
        isNull(closures.reopenedAt),
      ),
    )
  return row
}

/** All of them, the latest first. */
export async function findClosures(
  db: Reader,
  { unitId, activityId }: ActivityKey,
): Promise<Closure[]> {
  return db
    .select()
    .from(closures)
    .where(and(eq(closures.unitId, unitId), eq(closures.activityId, activityId)))
    .orderBy(desc(closures.closedAt), desc(closures.id))
}

export async function keepClosure(tx: Db, row: typeof closures.$inferInsert): Promise<void> {
  await tx.insert(closures).values(row)
}

export async function endClosure(
  tx: Db,
  { unitId, id }: Closure,
  set: { readonly reopenedAt: Date; readonly reopenedBy: string; readonly reopenReason: string },
): Promise<void> {
  await tx
    .update(closures)
    .set(set)
    .where(and(eq(closures.unitId, unitId), eq(closures.id, id)))
}

/** What is posted after closing, for those who make it up. */
export async function addPosted(tx: Db, { unitId, id }: Closure, minutes: number): Promise<void> {
  await tx
    .update(closures)
    .set({ postedMinutes: sql`${closures.postedMinutes} + ${minutes}` })
    .where(and(eq(closures.unitId, unitId), eq(closures.id, id)))
}
