import { holdingStates } from '@zhixing/contract/resource-words.ts'
import { and, asc, eq, gt, inArray, lt, or } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import type { Span } from '../rules/span.ts'
import { organizations } from '../../organizations/table.ts'
import { resourceBookings, resources } from '../table.ts'

export type BookingRow = typeof resourceBookings.$inferSelect
type NewBooking = typeof resourceBookings.$inferInsert
type Key = { readonly unitId: string; readonly resourceId: string }

const holds = inArray(resourceBookings.state, [...holdingStates])

/** What holds the resource during a span, the first first. */
export async function findHeld(db: Reader, { unitId, resourceId }: Key, { from, until }: Span) {
  return db
    .select()
    .from(resourceBookings)
    .where(
      and(
        eq(resourceBookings.unitId, unitId),
        eq(resourceBookings.resourceId, resourceId),
        lt(resourceBookings.from, until),
        gt(resourceBookings.until, from),
        holds,
      ),
    )
    .orderBy(asc(resourceBookings.from), asc(resourceBookings.id))
}

/** The same for many resources, wherever they are. */
export async function findHeldOfMany(db: Reader, ids: readonly string[], { from, until }: Span) {
  return db
    .select()
    .from(resourceBookings)
    .where(
      and(
        oneOf(resourceBookings.resourceId, ids),
        lt(resourceBookings.from, until),
        gt(resourceBookings.until, from),
        holds,
      ),
    )
    .orderBy(asc(resourceBookings.from))
}

/** Orders that nobody answered in time give their hour back. */
export async function lapseOrders(
  tx: Db,
  { unitId, resourceId }: Key,
  { orderedBefore, now }: { readonly orderedBefore: Date; readonly now: Date },
): Promise<void> {
  await tx
    .update(resourceBookings)
    .set({ state: 'lapsed' })
    .where(
      and(
        eq(resourceBookings.unitId, unitId),
        eq(resourceBookings.resourceId, resourceId),
        eq(resourceBookings.state, 'ordered'),
        or(lt(resourceBookings.at, orderedBefore), lt(resourceBookings.from, now)),
      ),
    )
}

/** In a savepoint: what the constraint refuses must not end the whole transaction. */
export async function keepBooking(tx: Db, row: NewBooking): Promise<void> {
  await tx.transaction(async (inner) => {
    await inner.insert(resourceBookings).values(row)
  })
}

export async function findBooking(db: Reader, unitId: string, id: string) {
  const [row] = await db
    .select()
    .from(resourceBookings)
    .where(and(eq(resourceBookings.unitId, unitId), eq(resourceBookings.id, id)))
  return row
}

/** What is still to come of a purpose is given back; what took place stays as it was. */
export async function withdrawFor(tx: Db, purpose: string, { now }: { readonly now: Date }) {
  const gone = await tx
    .update(resourceBookings)
    .set({ state: 'withdrawn' })
    .where(
      and(
        eq(resourceBookings.purpose, purpose),
        inArray(resourceBookings.state, ['ordered', 'approved', 'confirmed']),
        gt(resourceBookings.until, now),
      ),
    )
    .returning({ id: resourceBookings.id })
  return gone.length
}

/** How many bookings of a resource are still to be lived or answered. */
export async function countAhead(db: Reader, { unitId, resourceId }: Key, now: Date) {
  return db.$count(
    resourceBookings,
    and(
      eq(resourceBookings.unitId, unitId),
      eq(resourceBookings.resourceId, resourceId),
      inArray(resourceBookings.state, ['ordered', 'approved', 'confirmed']),
      gt(resourceBookings.until, now),
    ),
  )
}

/** A booking held still, with where the organization that ordered stands today. */
export async function lockBooking(tx: Db, unitId: string, id: string) {
  const [row] = await tx
    .select({
      booking: resourceBookings,
      resourceName: resources.name,
      seats: resources.seats,
      forUnitId: organizations.unitId,
      forPath: organizations.path,
    })
    .from(resourceBookings)
    .innerJoin(
      resources,
      and(
        eq(resources.unitId, resourceBookings.unitId),
        eq(resources.id, resourceBookings.resourceId),
      ),
    )
    .innerJoin(organizations, eq(organizations.id, resourceBookings.forOrganizationId))
    .where(and(eq(resourceBookings.unitId, unitId), eq(resourceBookings.id, id)))
    .for('update', { of: resourceBookings })
  return row
}

/** Changes it and counts up: whoever read it before has read something old. */
export async function changeBooking(
  tx: Db,
  { unitId, id, version }: BookingRow,
  changes: Partial<NewBooking>,
): Promise<number> {
  await tx
    .update(resourceBookings)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(resourceBookings.unitId, unitId), eq(resourceBookings.id, id)))
  return version + 1
}

/** No order is for this activity any more. */
export async function forgetActivity(
  tx: Db,
  { unitId, activityId }: { readonly unitId: string; readonly activityId: string },
): Promise<void> {
  await tx
    .update(resourceBookings)
    .set({ activityUnitId: null, activityId: null })
    .where(
      and(eq(resourceBookings.activityUnitId, unitId), eq(resourceBookings.activityId, activityId)),
    )
}
