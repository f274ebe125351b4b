import type { ResourceBooking } from '@zhixing/contract'

type State = ResourceBooking['state']
export type Step = ResourceBooking['may'][number]

/** From which states each step may be taken, and where it leads. */
export const steps = {
  approve: { from: ['ordered'], to: 'approved', by: 'owner' },
  confirm: { from: ['approved'], to: 'confirmed', by: 'orderer' },
  checkIn: { from: ['approved', 'confirmed'], to: 'checkedIn', by: 'either' },
  rate: { from: ['checkedIn'], to: 'rated', by: 'orderer' },
  withdraw: { from: ['ordered', 'approved', 'confirmed'], to: 'withdrawn', by: 'orderer' },
  noShow: { from: ['approved', 'confirmed'], to: 'noShow', by: 'owner' },
  unblock: { from: ['blocked'], to: 'withdrawn', by: 'owner' },
} as const satisfies Record<Step, { from: readonly State[]; to: State; by: string }>

const stepOrder = [
  'approve',
  'confirm',
  'checkIn',
  'rate',
  'withdraw',
  'noShow',
  'unblock',
] as const

export type Sides = { readonly isOwner: boolean; readonly isOrderer: boolean }
type Known = { readonly state: State; readonly from: Date; readonly purpose: string }

const hour = 3_600_000

/** From when a step may be taken: who comes signs in from an hour before, and fails to come only after the beginning. */
export function earliestOf(step: Step, { from }: Pick<Known, 'from'>): Date | undefined {
  if (step === 'checkIn') return new Date(from.getTime() - hour)
  return step === 'noShow' ? from : undefined
}

/** What a reader may do with a booking now; what a class or a meeting booked is changed there. */
export function stepsOf(booking: Known, sides: Sides, now: Date): Step[] {
  return stepOrder.filter((step) => {
    const { from, by } = steps[step]
    const isRight = (by !== 'orderer' && sides.isOwner) || (by !== 'owner' && sides.isOrderer)
    const earliest = earliestOf(step, booking)
    const isTime = earliest === undefined || earliest <= now
    const isFree = isOwnWord(booking.purpose, step)
    return isRight && isTime && isFree && from.some((state) => state === booking.state)
  })
}

/** What a class or a meeting booked is changed there; only the owner's yes is given here. */
export function isOwnWord(purpose: string, step: Step): boolean {
  return purpose === 'order' || step === 'unblock' || step === 'approve'
}
