import { contract } from '@zhixing/contract'
import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { resourceBookings, resources } from '../../resources/table.ts'
import { findActivity } from '../store/activities.ts'

/** What the branch ordered for that time: where the activity is held, or could be. */
export const listBases = view(contract.activities.bases, async ({ db, reach }, key) => {
  const held = await findActivity(db, reach, key)
  if (!held) throw missing('activities.unknown')
  const { organizationId, startsAt, endsAt } = held.activity
  const rows = await db
    .select({ booking: resourceBookings, name: resources.name, kind: resources.kind })
    .from(resourceBookings)
    .innerJoin(
      resources,
      and(
        eq(resources.unitId, resourceBookings.unitId),
        eq(resources.id, resourceBookings.resourceId),
      ),
    )
    .where(
      and(
        eq(resourceBookings.forOrganizationId, organizationId),
        eq(resourceBookings.purpose, 'order'),
        inArray(resourceBookings.state, ['approved', 'confirmed', 'checkedIn', 'rated']),
        inArray(resources.kind, ['base', 'room']),
        or(
          eq(resourceBookings.activityId, key.activityId),
          and(
            isNull(resourceBookings.activityId),
            lte(resourceBookings.from, startsAt),
            gte(resourceBookings.until, endsAt),
          ),
        ),
      ),
    )
    .orderBy(asc(resourceBookings.from), asc(resourceBookings.id))
    .limit(50)
  const shown = rows.map(({ booking, name, kind }) => ({
    unitId: booking.unitId,
    bookingId: booking.id,
    resourceId: booking.resourceId,
    name,
    kind,
    from: booking.from.toISOString(),
    until: booking.until.toISOString(),
    isHeld: booking.activityId === key.activityId,
  }))
  return { held: shown.find(({ isHeld }) => isHeld) ?? null, rows: shown }
})
