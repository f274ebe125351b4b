import { and, asc, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { activities, closureInForce, closures, motions } from '../table.ts'
import type { ActivityKey } from './activities.ts'

export type MotionRow = typeof motions.$inferSelect
export type MotionKey = ActivityKey & { readonly motionId: string }

export async function findMotions(db: Reader, { unitId, activityId }: ActivityKey) {
  return db
    .select()
    .from(motions)
    .where(and(eq(motions.unitId, unitId), eq(motions.activityId, activityId)))
    .orderBy(asc(motions.createdAt), asc(motions.id))
}

/** Of this activity; its row is held still by whoever holds the activity. */
export async function findMotion(db: Reader, { unitId, activityId, motionId }: MotionKey) {
  const [row] = await db
    .select()
    .from(motions)
    .where(
      and(eq(motions.unitId, unitId), eq(motions.activityId, activityId), eq(motions.id, motionId)),
    )
  return row
}

/** Keeps it, or finds that the same form was sent before. */
export async function keepMotion(
  tx: Db,
  row: typeof motions.$inferInsert & { readonly id: string },
): Promise<'kept' | 'known'> {
  const kept = await tx.insert(motions).values(row).onConflictDoNothing().returning()
  return kept.length > 0 ? 'kept' : 'known'
}

export async function changeMotion(
  tx: Db,
  { unitId, id }: Pick<MotionRow, 'unitId' | 'id'>,
  set: Partial<typeof motions.$inferInsert>,
): Promise<number> {
  const [row] = await tx
    .update(motions)
    .set({ ...set, version: sql`${motions.version} + 1` })
    .where(and(eq(motions.unitId, unitId), eq(motions.id, id)))
    .returning({ version: motions.version })
  return row?.version ?? 0
}

/** What was put to the vote at the member meetings of a branch since a day, the latest first; closed or not. */
export async function findResolutions(
  db: Reader,
  { unitId, organizationId, since }: { unitId: string; organizationId: string; since: Date },
) {
  return db
    .select({ motion: motions, startsAt: activities.startsAt, closedAt: closures.closedAt })
    .from(motions)
    .innerJoin(
      activities,
      and(eq(activities.unitId, motions.unitId), eq(activities.id, motions.activityId)),
    )
    .leftJoin(closures, closureInForce)
    .where(
      and(
        eq(motions.unitId, unitId),
        eq(activities.organizationId, organizationId),
        eq(activities.kind, 'memberMeeting'),
        gte(activities.startsAt, since),
        isNull(activities.cancelledAt),
        eq(motions.deferReason, ''),
      ),
    )
    .orderBy(desc(activities.startsAt), asc(motions.createdAt), asc(motions.id))
    .limit(50)
}
