import { addMonths, lastDayOf, monthOf, quarterOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

/** A month or a natural quarter in which something is owed. */
export type Period = {
  readonly key: string
  readonly label: string
  readonly from: Day
  readonly until: Day
}

export function periodsOf(year: number, length: 'month' | 'quarter'): Period[] {
  const count = length === 'month' ? 12 : 4
  return Array.from({ length: count }, (_, at) => {
    const first = String(length === 'month' ? at + 1 : at * 3 + 1).padStart(2, '0')
    return periodAt(`${year}-${first}`, length)
  })
}

/** The period in which a month lies. */
export function periodAt(month: Month, length: 'month' | 'quarter'): Period {
  const from = `${month}-01`
  if (length === 'month')
    return { key: month, label: `${Number(month.slice(5))}月`, from, until: lastDayOf(month) }

  const quarter = quarterOf(from)
  const start = `${month.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  return {
    key: `${month.slice(0, 4)}-Q${quarter}`,
    label: `${'一二三四'[quarter - 1] ?? ''}季度`,
    from: start,
    until: lastDayOf(monthOf(addMonths(start, 2))),
  }
}

export function holds({ from, until }: Period, month: Month): boolean {
  return monthOf(from) <= month && month <= monthOf(until)
}
