import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { bookingStates } from '@zhixing/contract/resource-words.ts'
import { changeBooking, forgetActivity, lockBooking } from '../store/bookings.ts'

type Activity = {
  readonly unitId: string
  readonly activityId: string
  readonly organizationId: string
  readonly startsAt: Date
  readonly endsAt: Date
}
type Order = { readonly unitId: string; readonly bookingId: string }

const agreed = new Set(['approved', 'confirmed', 'checkedIn', 'rated'])

/** The activity is held where its organization ordered a time that covers it, and nowhere else any more. */
export async function holdAt(
  tx: Db,
  activity: Activity,
  order: Order | null,
): Promise<{ readonly name: string }> {
  await forgetActivity(tx, activity)
  if (!order) return { name: '' }
  const found = await lockBooking(tx, order.unitId, order.bookingId)
  if (found?.booking.purpose !== 'order') throw missing('resources.orderUnknown')
  const { booking, resourceName } = found
  if (booking.forOrganizationId !== activity.organizationId) throw missing('resources.orderUnknown')
  if (!agreed.has(booking.state))
    throw conflict('resources.order', { 状态: bookingStates[booking.state] })
  if (booking.from > activity.startsAt || booking.until < activity.endsAt)
    throw conflict('resources.activityTime', { 名称: resourceName })
  if (booking.activityId !== null) throw conflict('resources.activityOther', { 名称: resourceName })
  const { unitId: activityUnitId, activityId } = activity
  await changeBooking(tx, booking, { activityUnitId, activityId })
  return { name: resourceName }
}
