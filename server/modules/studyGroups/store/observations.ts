import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { studyGroups, studyObservations, studyObservers } from '../table.ts'

export type Observation = typeof studyObservations.$inferSelect
export type ObservationKey = { readonly unitId: string; readonly observationId: string }

/** Listed, or once more with another number of tours. */
export async function keepObserver(
  tx: Db,
  row: typeof studyObservers.$inferInsert,
): Promise<string> {
  const { unitId, organizationId, memberId, toursMax } = row
  const own = and(
    eq(studyObservers.unitId, unitId),
    eq(studyObservers.organizationId, organizationId),
    eq(studyObservers.memberId, memberId),
    isNull(studyObservers.until),
  )
  const [known] = await tx
    .update(studyObservers)
    .set({ toursMax })
    .where(own)
    .returning({ id: studyObservers.id })
  if (known) return known.id
  const [added] = await tx
    .insert(studyObservers)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: studyObservers.id })
  if (added) return added.id
  const [other] = await tx.select({ id: studyObservers.id }).from(studyObservers).where(own)
  return other?.id ?? ''
}

export async function endObserver(
  tx: Db,
  reach: Reach,
  { unitId, observerId, day }: { unitId: string; observerId: string; day: string },
) {
  const [row] = await tx
    .update(studyObservers)
    .set({ until: day })
    .where(
      and(
        eq(studyObservers.unitId, unitId),
        eq(studyObservers.id, observerId),
        isNull(studyObservers.until),
        within(reach, studyObservers.path),
      ),
    )
    .returning()
  return row
}

/** Kept, or false where they are sent to this sitting already. */
export async function keepObservation(
  tx: Db,
  row: typeof studyObservations.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(studyObservations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: studyObservations.id })
  return kept.length > 0
}

/** Held still, with where its group lies. */
export async function lockObservation(tx: Db, { unitId, observationId }: ObservationKey) {
  const [row] = await tx
    .select({ observation: studyObservations, group: studyGroups })
    .from(studyObservations)
    .innerJoin(
      studyGroups,
      and(
        eq(studyGroups.unitId, studyObservations.unitId),
        eq(studyGroups.id, studyObservations.groupId),
      ),
    )
    .where(and(eq(studyObservations.unitId, unitId), eq(studyObservations.id, observationId)))
    .for('update', { of: studyObservations })
  return row
}

export async function changeObservation(
  tx: Db,
  { unitId, id, version }: Observation,
  set: Partial<typeof studyObservations.$inferInsert>,
): Promise<void> {
  await tx
    .update(studyObservations)
    .set({ ...set, version: version + 1 })
    .where(and(eq(studyObservations.unitId, unitId), eq(studyObservations.id, id)))
}
