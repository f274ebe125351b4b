import type { ResourceBooking } from '@zhixing/contract'
import type { Actor } from '../../../kernel/caller.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { stepsOf } from '../rules/orders.ts'
import type { BookingRow } from '../store/bookings.ts'

type Named = {
  readonly booking: BookingRow
  readonly resourceName: string
  readonly kind: ResourceBooking['kind']
  readonly itemTitle: string | null
  /** Where the organization that ordered stands today. */
  readonly forPath: string
  /** The title of what is held there. */
  readonly activityTitle: string | null
}

/** A booking as the reader sees it: everybody learns who has the time, notes and reasons are for the two sides. */
export function bookingOf(named: Named, actor: Actor, now: Date): ResourceBooking {
  const { booking } = named
  const sides = {
    isOwner: covers(reachOf(actor.appointments, 'resources.manage'), booking.path),
    isOrderer: covers(reachOf(actor.appointments, 'resources.order'), named.forPath),
  }
  const isConcerned = sides.isOwner || sides.isOrderer
  return {
    unitId: booking.unitId,
    bookingId: booking.id,
    resourceId: booking.resourceId,
    resourceName: named.resourceName,
    kind: named.kind,
    state: booking.state,
    from: booking.from.toISOString(),
    until: booking.until.toISOString(),
    title: booking.title,
    itemTitle: named.itemTitle,
    forOrganizationId: booking.forOrganizationId,
    forName: booking.forName,
    persons: booking.persons,
    quantity: booking.quantity,
    note: isConcerned ? booking.note : '',
    byName: isConcerned ? booking.byName : '',
    reason: isConcerned || booking.state === 'blocked' ? booking.reason : '',
    score: booking.score,
    comment: booking.comment,
    activity: isConcerned ? activityOf(named) : null,
    version: booking.version,
    may: stepsOf(booking, sides, now),
  }
}

function activityOf({ booking, activityTitle }: Named) {
  const { activityUnitId: unitId, activityId } = booking
  return unitId && activityId ? { unitId, activityId, title: activityTitle ?? '' } : null
}
