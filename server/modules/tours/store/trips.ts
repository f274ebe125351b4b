import { and, eq, ne } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { rowsOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { tourAttendances, tourTrips } from '../table.ts'

type Key = { readonly unitId: string; readonly id: string }
export type Trip = typeof tourTrips.$inferSelect

/** The trip that a form has planned before. */
export async function findTripOfForm(
  tx: Db,
  { unitId, formId }: { readonly unitId: string; readonly formId: string },
): Promise<Trip | undefined> {
  const [row] = await tx
    .select()
    .from(tourTrips)
    .where(and(eq(tourTrips.unitId, unitId), eq(tourTrips.formId, formId)))
  return row
}

/** Kept, or nothing where the form has planned a trip before. */
export async function keepTrip(
  tx: Db,
  row: typeof tourTrips.$inferInsert,
): Promise<Trip | undefined> {
  const [kept] = await tx.insert(tourTrips).values(row).onConflictDoNothing().returning()
  return kept
}

export async function lockTrip(tx: Db, reach: Reach, { unitId, id }: Key) {
  const [row] = await tx
    .select()
    .from(tourTrips)
    .where(and(eq(tourTrips.unitId, unitId), eq(tourTrips.id, id), within(reach, tourTrips.path)))
    .for('update')
  return row
}

export async function changeTrip(
  tx: Db,
  { unitId, id, version }: Trip,
  set: Partial<typeof tourTrips.$inferInsert>,
): Promise<number> {
  await tx
    .update(tourTrips)
    .set({ ...set, version: version + 1 })
    .where(and(eq(tourTrips.unitId, unitId), eq(tourTrips.id, id)))
  return version + 1
}

/** What somebody has promised already. */
export async function findTripsOf(
  tx: Db,
  { unitId, offerId }: { readonly unitId: string; readonly offerId: string },
) {
  return tx
    .select()
    .from(tourTrips)
    .where(
      and(
        eq(tourTrips.unitId, unitId),
        eq(tourTrips.offerId, offerId),
        ne(tourTrips.state, 'cancelled'),
      ),
    )
}

/** Who was there, all of them anew. */
export async function keepAttendances(
  tx: Db,
  { unitId, id: tripId }: Key,
  memberIds: readonly string[],
): Promise<void> {
  await tx
    .delete(tourAttendances)
    .where(and(eq(tourAttendances.unitId, unitId), eq(tourAttendances.tripId, tripId)))
  if (memberIds.length === 0) return
  const rows = memberIds.map((memberId) => ({ id: newId(), unitId, tripId, memberId }))
  await tx.insert(tourAttendances).select(rowsOf(tourAttendances, rows))
}
