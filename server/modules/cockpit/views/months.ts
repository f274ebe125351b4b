import { daysIn, monthOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type MonthSpan = {
  readonly label: string
  readonly from: Day
  readonly to: Day
  /** Nothing more can come. */
  readonly isOver: boolean
}

/** The months of a year that have begun. */
export function monthsUntil(year: number, today: Day): MonthSpan[] {
  const begun = yearOf(today) > year ? 12 : Number(today.slice(5, 7))
  if (yearOf(today) < year) return []
  return Array.from({ length: begun }, (_, at) => {
    const month = monthOf(`${year}-${String(at + 1).padStart(2, '0')}-01`)
    const to: Day = `${month}-${String(daysIn(month)).padStart(2, '0')}`
    return { label: `${at + 1}月`, from: `${month}-01`, to, isOver: to < today }
  })
}
