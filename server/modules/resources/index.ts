/**
 * Resources: lecturers, rooms, bases and kit, and who has them when. Classes, outreach and meetings book through this
 * door in their own transaction; two who want the same hour take turns, and the later learns who was first.
 */
import { addDays, dayOf, startOf } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'
import { brokenConstraint } from '../../kernel/db.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { findById } from '../organizations/index.ts'
import { ruleAt } from '../rules/index.ts'
import { refuseBooking, refuseTaken } from './rules/booking.ts'
import { openSpans, peakOf, without } from './rules/span.ts'
import type { Span } from './rules/span.ts'
import {
  findHeld,
  findHeldOfMany,
  keepBooking,
  lapseOrders,
  withdrawFor,
} from './store/bookings.ts'
import { findAll, findResource, lockResource } from './store/resources.ts'
export { findInUnit as findRoom } from './store/resources.ts'
export { foundRoom } from './steps/found.ts'
import type { Resource } from './store/resources.ts'

/** Courseware and pictures are for whoever may order what they hang on. */
export const resourceFiles: FileSubject = {
  kind: 'resource',
  async maySee({ db, actor }, { subject, unitId }) {
    const resourceId = subject.slice('resource:'.length)
    const reach = reachOf(actor.appointments, 'resources.view')
    return (await findResource(db, reach, { unitId, resourceId })) !== undefined
  },
}

type Key = { readonly unitId: string; readonly resourceId: string }

export { holdAt } from './steps/hold.ts'
export { kilometresBetween } from './rules/route.ts'

export type NewBooking = Key & {
  readonly from: Date
  readonly until: Date
  /** "class:<id>": by it the booking is found and given back. */
  readonly purpose: string
  readonly title: string
  readonly forOrganizationId: string
  /** The account that books, and the person who is told what becomes of it. */
  readonly by: { readonly id: string; readonly name: string; readonly personId?: string }
  readonly now: Date
  /** An order waits for the owner's yes; whoever plans for those below needs none. Either holds the time. */
  readonly state?: 'ordered' | 'confirmed' | 'blocked'
  readonly bookingId?: string
  readonly itemId?: string | null
  readonly persons?: number
  readonly quantity?: number
  readonly note?: string
  readonly reason?: string
}

/** Takes a time of a resource for an organization, or says in a sentence why not. */
export async function book(tx: Db, wanted: NewBooking): Promise<{ unitId: string; id: string }> {
  const { from, until, now } = wanted
  const resource = await lockResource(tx, wanted)
  const organization = await findById(tx, wanted.forOrganizationId)
  if (!resource || !organization || !isUsable(resource, organization.path))
    throw missing('resources.unknown')
  const days = await ruleAt(tx, 'resource.order.days', { path: resource.path, day: dayOf(now) })
  const orderedBefore = startOf(addDays(dayOf(now), -days.value))
  await lapseOrders(tx, wanted, { orderedBefore, now })

  const { persons = 0, quantity = 1 } = wanted
  const held = await findHeld(tx, wanted, { from, until })
  const refusal = refuseBooking(resource, { from, until, now, persons, quantity }, held)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const id = wanted.bookingId ?? newId()
  await keepOrTell(tx, resource, {
    ...rowOf(wanted, resource, organization.name),
    id,
    persons,
    quantity,
  })
  return { unitId: resource.unitId, id }
}

/** Several at once, always in the same order, so that two who want the same never wait for each other. */
export async function bookAll(tx: Db, wanted: readonly NewBooking[]) {
  const booked: { unitId: string; id: string }[] = []
  const inOrder = wanted.toSorted((one, other) => one.resourceId.localeCompare(other.resourceId))
  // oxlint-disable-next-line no-await-in-loop
  for (const one of inOrder) booked.push(await book(tx, one))
  return booked
}

/** Gives back whatever a purpose still has ahead; returns how many bookings that were. */
export async function release(tx: Db, purpose: string, now: Date): Promise<number> {
  return withdrawFor(tx, purpose, { now })
}

export { usableBy } from './store/resources.ts'

/** A resource that an organization at this path may book; unknown to all others. */
export async function requireUsable(db: Reader, key: Key, path: string): Promise<void> {
  if (!(await findResource(db, [path], key))) throw missing('resources.unknown')
}

/** When each of these can still be had between two days, both included; the opening hours are minded. */
export async function freeTimes(
  db: Reader,
  resourceIds: readonly string[],
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<ReadonlyMap<string, readonly Span[]>> {
  const span = { from: startOf(from), until: startOf(addDays(until, 1)) }
  const known = await findAll(db, resourceIds)
  const held = await findHeldOfMany(db, resourceIds, span)
  const byResource = Map.groupBy(held, ({ resourceId }) => resourceId)
  return new Map(
    known.map(({ id, opening, count }) => {
      const own = byResource.get(id) ?? []
      const full = own.filter(
        (one) => one.state === 'blocked' || count === 1 || peakOf(own, one) >= count,
      )
      return [id, without(openSpans(opening, span), full)]
    }),
  )
}

function isUsable({ isShared, path }: Resource, forPath: string): boolean {
  return isShared || forPath.startsWith(path) || path.startsWith(forPath)
}

function rowOf(wanted: NewBooking, { unitId, id, path, count }: Resource, forName: string) {
  const { from, until, purpose, title, forOrganizationId, by, now } = wanted
  return {
    unitId,
    resourceId: id,
    path,
    from,
    until,
    purpose,
    title,
    forOrganizationId,
    forName,
    state: wanted.state ?? ('confirmed' as const),
    isExclusive: count === 1,
    itemId: wanted.itemId ?? null,
    note: wanted.note ?? '',
    reason: wanted.reason ?? '',
    byId: by.id,
    byPersonId: by.personId ?? by.id,
    byName: by.name,
    at: now,
  }
}

/** Where somebody was faster in spite of the turns, the constraint says so, and who it was is looked up. */
async function keepOrTell(
  tx: Db,
  resource: Resource,
  row: Parameters<typeof keepBooking>[1],
): Promise<void> {
  try {
    await keepBooking(tx, row)
  } catch (error) {
    if (brokenConstraint(error) !== 'resource_bookings_apart') throw error
    const span = { from: row.from, until: row.until, quantity: row.quantity }
    const held = await findHeld(tx, row, span)
    const refusal = refuseTaken(resource, span, held)
    throw refusal ? conflict(refusal.reason, refusal.words) : error
  }
}
