import type { ActivityKind } from '@zhixing/contract'
import { addDays, addMonths, lastDayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

export type Span = { readonly from: Month; readonly until: Month }
export type OwedPeriod = {
  readonly key: string
  readonly label: string
  readonly from: Day
  readonly until: Day
  readonly length: 'month' | 'quarter' | 'year'
  readonly makeUpDays: number
}

/** What is owed once a year is usually held towards its end. */
const yearlyFrom = '10-01'

/** On which days a period's meeting may be put, of those that are planned for; nothing where it can wait. */
export function windowOf(
  period: OwedPeriod,
  { from, until }: Span,
  today: Day,
): { readonly earliest: Day; readonly latest: Day; readonly isMakeUp: boolean } | 'later' | 'over' {
  if (period.until < today) {
    const latest = addDays(period.until, period.makeUpDays)
    return latest < today ? 'over' : { earliest: today, latest, isMakeUp: true }
  }
  if (period.until < `${from}-01`) return 'over'
  if (lastDayOf(until) < period.until) return 'later'
  const first = period.length === 'year' ? `${period.until.slice(0, 4)}-${yearlyFrom}` : period.from
  const earliest = [first, period.from, `${from}-01`, today].toSorted().at(-1) ?? today
  return { earliest, latest: period.until, isMakeUp: false }
}

/** Where nobody has a habit yet: committees and groups early in a month, members late in the last of a period. */
const usualDates: Partial<Record<ActivityKind, number>> = {
  committeeMeeting: 8,
  groupMeeting: 12,
  themeDay: 15,
  lecture: 18,
  memberMeeting: 22,
  lifeMeeting: 20,
}

export function usualDay(kind: ActivityKind, month: Month): Day {
  return `${month}-${String(usualDates[kind] ?? 15).padStart(2, '0')}`
}

/** The fixed date of a month; the 31st of a short one is its last day. */
export function fixedDay(month: Month, date: number): Day {
  const wanted = `${month}-${String(Math.min(31, Math.max(1, date))).padStart(2, '0')}`
  const last = lastDayOf(month)
  return wanted < last ? wanted : last
}

/** The month in which a period's meeting is usually held, of those that are open to it. */
export function usualMonth(
  { length }: Pick<OwedPeriod, 'length'>,
  { earliest, latest }: { readonly earliest: Day; readonly latest: Day },
): Month {
  return length === 'month' ? monthOf(earliest) : monthOf(latest)
}

/** Two of a kind in one period lie apart. */
export function apart(day: Day, at: number, latest: Day): Day {
  const later = addDays(day, at * 14)
  return later < latest ? later : latest
}

/** The months from one to another, both counted. */
export function monthsOf({ from, until }: Span): Month[] {
  const months: Month[] = []
  for (let month = from; month <= until; month = monthOf(addMonths(`${month}-01`, 1)))
    months.push(month)
  return months
}

/** People are told some days before, where the period leaves as many. */
export function afterNotice(
  { earliest, latest }: { readonly earliest: Day; readonly latest: Day },
  { today, noticeDays }: { readonly today: Day; readonly noticeDays: number },
): Day {
  const told = addDays(today, noticeDays)
  return earliest < told && told <= latest ? told : earliest
}
