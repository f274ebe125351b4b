import type { Reason } from '@zhixing/contract'
import type { studyForms, studyStates } from '@zhixing/contract/study-words.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type Form = keyof typeof studyForms
export type State = keyof typeof studyStates

const hourMs = 3_600_000
const hoursMax = 10
/** As far as a sitting is half a day. */
const halfDayHours = 5

type Times = { readonly startsAt: Date; readonly endsAt: Date }
type Timed = Times & { readonly form: Form; readonly place: string }

/** Self-study is done by each alone: no roll, no place, no hours. */
export function hasRoll({ form }: { readonly form: Form }): boolean {
  return form !== 'selfStudy'
}

export function refuseTimes(session: Timed): Reason | undefined {
  const { startsAt, endsAt, place } = session
  const hours = (endsAt.getTime() - startsAt.getTime()) / hourMs
  if (hours <= 0 || hours > hoursMax || dayOf(startsAt) !== dayOf(endsAt))
    return 'studyGroups.times'
  return hasRoll(session) && place === '' ? 'studyGroups.place' : undefined
}

/** Until five hours it is half a day, beyond that a whole one. */
export function halfDaysOf({ startsAt, endsAt }: Times): number {
  return (endsAt.getTime() - startsAt.getTime()) / hourMs <= halfDayHours ? 1 : 2
}

/** The last day on which its report is in time. */
export function reportDueOn({ endsAt }: Pick<Times, 'endsAt'>, days: number): Day {
  return addDays(dayOf(endsAt), days)
}

type Known = {
  readonly endsAt: Date
  readonly cancelledAt: Date | null
  readonly reportedAt: Date | null
}

export function stateOf({ endsAt, cancelledAt, reportedAt }: Known, dueOn: Day, now: Date): State {
  if (cancelledAt) return 'cancelled'
  if (reportedAt) return 'reported'
  if (now < endsAt) return 'planned'
  return dayOf(now) > dueOn ? 'overdue' : 'owed'
}

/** It took place: its record is closed; of self-study the report says so. */
export function wasHeld(session: {
  readonly form: Form
  readonly isClosed: boolean
  readonly cancelledAt: Date | null
  readonly reportedAt: Date | null
}): boolean {
  if (session.cancelledAt) return false
  return hasRoll(session) ? session.isClosed : session.reportedAt !== null
}
