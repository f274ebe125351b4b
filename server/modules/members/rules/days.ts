import { addDays } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

/** Both ends included; an end that is missing lies in the future. */
type Span = { readonly from: Day; readonly until: Day | null }

/** Whether two spans share a day. */
export function overlaps(one: Span, other: Span): boolean {
  return one.from <= (other.until ?? '9999-12-31') && other.from <= (one.until ?? '9999-12-31')
}

export type ExcuseSpan = {
  readonly from: Day
  readonly until: Day | null
  readonly endedOn: Day | null
}

/** Whether an excuse holds on the day: begun, not run out, not ended before its time. */
export function isInForce({ from, until, endedOn }: ExcuseSpan, day: Day): boolean {
  return from <= day && (until === null || until >= day) && (endedOn === null || endedOn > day)
}

/** The days an excuse holds at most; nothing when it was ended before it began. */
export function spanOf({ from, until, endedOn }: ExcuseSpan): Span | undefined {
  const ended = endedOn === null ? null : addDays(endedOn, -1)
  const last = ended !== null && (until === null || ended < until) ? ended : until
  return last !== null && last < from ? undefined : { from, until: last }
}

/** Why something cannot have happened to a member on that day: before they came, or still ahead. */
export function refuseDay(day: Day, arrivedOn: Day | null, today: Day) {
  const earliest = arrivedOn ?? '1921-07-01'
  return day < earliest || day > today ? { 最早: earliest, 最晚: today } : undefined
}
