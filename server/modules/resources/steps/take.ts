import type { Reason } from '@zhixing/contract'
import { bookingStates } from '@zhixing/contract/resource-words.ts'
import type { Scene } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { spanText } from '../../../kernel/words.ts'
import { sendNotice } from '../../notices/index.ts'
import { earliestOf, isOwnWord, steps } from '../rules/orders.ts'
import type { Step } from '../rules/orders.ts'
import { changeBooking, lockBooking } from '../store/bookings.ts'
import type { BookingRow } from '../store/bookings.ts'

type Form = { readonly unitId: string; readonly bookingId: string; readonly version: number }
export type Taken = Awaited<ReturnType<typeof requireStep>>

/** The booking as the form read it, where this side may take this step now; held still. */
export async function requireStep({ tx, reach, now }: Scene, form: Form, step: Step) {
  const row = await lockBooking(tx, form.unitId, form.bookingId)
  const { by } = steps[step]
  const isOwner = row !== undefined && by !== 'orderer' && covers(reach, row.booking.path)
  const isOrderer = row !== undefined && by !== 'owner' && covers(reach, row.forPath)
  if (!row || (!isOwner && !isOrderer)) throw missing('resources.orderUnknown')
  const { booking } = row
  if (booking.version !== form.version) throw conflict('input.stale')
  const refusal = refuseStep(booking, step, now)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const place = isOwner
    ? { unitId: booking.unitId, path: booking.path }
    : { unitId: row.forUnitId, path: row.forPath }
  return { ...row, place }
}

type Refusal = { readonly reason: Reason; readonly words: Readonly<Record<string, string>> }

function refuseStep(booking: BookingRow, step: Step, now: Date): Refusal | undefined {
  const { state, purpose, title, from, until } = booking
  if (!isOwnWord(purpose, step)) return { reason: 'resources.foreign', words: { 用途: title } }
  if (!steps[step].from.some((one) => one === state))
    return { reason: 'resources.order', words: { 状态: bookingStates[state] } }
  const earliest = earliestOf(step, { from })
  if (earliest && now < earliest)
    return { reason: 'resources.tooEarly', words: { 时间: spanText({ from: earliest, until }) } }
  return undefined
}

/** The step itself, with its trace where the one who took it stands. */
export async function takeStep(
  { tx }: Scene,
  { booking, place }: Taken,
  changes: Partial<BookingRow> & { readonly state: BookingRow['state'] },
) {
  const version = await changeBooking(tx, booking, changes)
  const { state, ...words } = changes
  return {
    value: { version },
    place,
    change: {
      subject: `booking:${booking.id}`,
      before: { state: booking.state },
      after: { state, ...words },
    },
  }
}

/** Whoever ordered learns what was decided. */
export async function tellOrderer(
  { tx, actor, now }: Scene,
  { booking, resourceName, forUnitId, forPath }: Taken,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<void> {
  await sendNotice(tx, {
    unitId: forUnitId,
    path: forPath,
    key: `booking:${booking.id}:${booking.version}`,
    kind: 'booking',
    from: resourceName,
    fromId: actor.accountId,
    title,
    body: `“${resourceName}”${spanText(booking)}（${booking.title}）${body}`,
    link: '/resources/orders',
    personIds: [booking.byPersonId],
    now,
  })
}
