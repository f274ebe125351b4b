import { addMonths, lastDayOf, monthOf, quarterOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

/** A month, a natural quarter or a year in which something is owed. */
export type Period = {
  readonly key: string
  readonly label: string
  readonly from: Day
  readonly until: Day
}

export type Length = 'month' | 'quarter' | 'year'

const months: Readonly<Record<Length, number>> = { month: 1, quarter: 3, year: 12 }

export function periodsOf(year: number, length: Length): Period[] {
  return Array.from({ length: 12 / months[length] }, (_, at) => {
    const first = String(at * months[length] + 1).padStart(2, '0')
    return periodAt(`${year}-${first}`, length)
  })
}

/** The period in which a month lies. */
export function periodAt(month: Month, length: Length): Period {
  const year = month.slice(0, 4)
  if (length === 'year')
    return { key: year, label: `${year}年`, from: `${year}-01-01`, until: `${year}-12-31` }

  const from = `${month}-01`
  if (length === 'month')
    return { key: month, label: `${Number(month.slice(5))}月`, from, until: lastDayOf(month) }

  const quarter = quarterOf(from)
  const start = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  return {
    key: `${year}-Q${quarter}`,
    label: `${'一二三四'[quarter - 1] ?? ''}季度`,
    from: start,
    until: lastDayOf(monthOf(addMonths(start, 2))),
  }
}

export function holds({ from, until }: Period, month: Month): boolean {
  return monthOf(from) <= month && month <= monthOf(until)
}
