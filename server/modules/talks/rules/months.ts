import { addMonths, monthOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { Part } from './signs.ts'

type MonthFacts = {
  readonly month: Month
  readonly due: number
  readonly present: number
  readonly minutes: number
}

/** Whole months before the running one: the recent ones, and the person's own before these. */
export function spanOf(day: Day, recent: number, earlier: number) {
  const running = `${monthOf(day)}-01`
  const recentFrom = addMonths(running, -recent)
  return {
    from: monthOf(addMonths(recentFrom, -earlier)),
    recentFrom: monthOf(recentFrom),
    /** The first month that is not over yet. */
    until: monthOf(running),
  }
}

/** All months from one until before another. */
export function monthsBetween(from: Month, until: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month < until; month = monthOf(addMonths(`${month}-01`, 1)))
    months.push(month)
  return months
}

/** What somebody's months come to; months in which they did not belong yet are no months. */
export function partOf(
  rows: readonly MonthFacts[],
  months: readonly Month[],
  since: Day | null,
): Part {
  const counted = months.filter((month) => since === null || month >= monthOf(since))
  const own = rows.filter(({ month }) => counted.includes(month))
  const sum = (key: 'due' | 'present' | 'minutes') => own.reduce((all, row) => all + row[key], 0)
  return {
    months: counted.length,
    due: sum('due'),
    present: sum('present'),
    minutes: sum('minutes'),
  }
}
