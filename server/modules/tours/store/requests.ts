import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { tourOffers, tourRequests, tourSeries } from '../table.ts'

type Key = { readonly unitId: string; readonly id: string }
export type Offer = typeof tourOffers.$inferSelect
export type TourRequest = typeof tourRequests.$inferSelect

/** Keeps what a form asks for, or finds what the same form kept before. */
export async function keepRequest(tx: Db, row: typeof tourRequests.$inferInsert) {
  const [kept] = await tx
    .insert(tourRequests)
    .values(row)
    .onConflictDoUpdate({
      target: [tourRequests.unitId, tourRequests.formId],
      set: { formId: sql`${tourRequests.formId}` },
    })
    .returning({ id: tourRequests.id })
  return kept?.id
}

export async function keepOffer(tx: Db, row: typeof tourOffers.$inferInsert) {
  const [kept] = await tx
    .insert(tourOffers)
    .values(row)
    .onConflictDoUpdate({
      target: [tourOffers.unitId, tourOffers.formId],
      set: { formId: sql`${tourOffers.formId}` },
    })
    .returning({ id: tourOffers.id })
  return kept?.id
}

export async function keepSeries(tx: Db, row: typeof tourSeries.$inferInsert) {
  const [kept] = await tx
    .insert(tourSeries)
    .values(row)
    .onConflictDoUpdate({
      target: [tourSeries.unitId, tourSeries.formId],
      set: { formId: sql`${tourSeries.formId}` },
    })
    .returning({ id: tourSeries.id })
  return kept?.id
}

export async function lockRequest(tx: Db, reach: Reach, { unitId, id }: Key) {
  const [row] = await tx
    .select()
    .from(tourRequests)
    .where(
      and(
        eq(tourRequests.unitId, unitId),
        eq(tourRequests.id, id),
        within(reach, tourRequests.path),
      ),
    )
    .for('update')
  return row
}

export async function setRequestState(
  tx: Db,
  { unitId, id }: Key,
  state: TourRequest['state'],
): Promise<void> {
  await tx
    .update(tourRequests)
    .set({ state, version: sql`${tourRequests.version} + 1` })
    .where(and(eq(tourRequests.unitId, unitId), eq(tourRequests.id, id)))
}

/** Held still, so that two who want the same hour of one lecturer come one after the other. */
export async function lockOffer(tx: Db, { unitId, id }: Key): Promise<Offer | undefined> {
  const [row] = await tx
    .select()
    .from(tourOffers)
    .where(
      and(eq(tourOffers.unitId, unitId), eq(tourOffers.id, id), isNull(tourOffers.withdrawnOn)),
    )
    .for('update')
  return row
}

export async function endOffer(tx: Db, { unitId, id }: Key, withdrawnOn: Day): Promise<void> {
  await tx
    .update(tourOffers)
    .set({ withdrawnOn })
    .where(and(eq(tourOffers.unitId, unitId), eq(tourOffers.id, id)))
}

export async function findSeries(tx: Db, { unitId, id }: Key) {
  const [row] = await tx
    .select()
    .from(tourSeries)
    .where(and(eq(tourSeries.unitId, unitId), eq(tourSeries.id, id)))
  return row
}
