import { addMonths, monthOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

type Stay = { readonly organizationId: string; readonly from: Day; readonly until: Day | null }

export type Membership = {
  readonly organizationId: string
  /** The branch meeting that took them in: dues are paid from then on, before probation has ended. */
  readonly joinedOn: Day | null
  readonly arrivedOn: Day | null
  readonly leftOn: Day | null
  readonly leftBecause: string | null
  readonly isSuspended: boolean
  /** Nothing where the roll came without the day: then nothing is asked for at all. */
  readonly suspendedOn: Day | null
  readonly stays: readonly Stay[]
}

export function nextMonth(month: Month, by = 1): Month {
  return addMonths(`${month}-01`, by).slice(0, 7)
}

export function monthsBetween(from: Month, until: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= until; month = nextMonth(month)) months.push(month)
  return months
}

export function monthsOfYear(year: number): Month[] {
  return monthsBetween(`${year}-01`, `${year}-12`)
}

/**
 * To which branch a month is owed: the one to which somebody belonged on its first day, or, in the month in which they
 * joined the Party, the branch that took them in. Who came from elsewhere has paid that month there.
 */
export function branchOf(member: Membership, month: Month): string | undefined {
  const { joinedOn, arrivedOn, leftOn, leftBecause, isSuspended, suspendedOn, stays } = member
  const first = `${month}-01`
  if (isSuspended && (suspendedOn === null || suspendedOn <= first)) return undefined
  if (leftOn && (leftOn <= first || (leftBecause === 'died' && monthOf(leftOn) === month)))
    return undefined
  if (joinedOn && monthOf(joinedOn) > month) return undefined
  const isNew = joinedOn !== null && monthOf(joinedOn) === month
  const day = isNew && joinedOn > first ? joinedOn : first
  if (arrivedOn && arrivedOn > day && !(isNew && monthOf(arrivedOn) === month)) return undefined
  const stay = stays.find(({ from, until }) => from <= day && (until === null || day < until))
  return stay?.organizationId ?? member.organizationId
}

export function quarterOfMonth(month: Month): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

/** "2026-Q3" → July, August, September. */
export function monthsOfQuarter(quarter: string): readonly [Month, Month, Month] {
  const last = Number(quarter.slice(6)) * 3
  const of = (month: number): Month => `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}`
  return [of(last - 2), of(last - 1), of(last)]
}

export function sayQuarter(quarter: string): string {
  return `${quarter.slice(0, 4)} 年第${'一二三四'[Number(quarter.slice(6)) - 1] ?? ''}季度`
}
