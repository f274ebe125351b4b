import { addDays, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

type Year = {
  /** First and last day of each holiday with what was moved to it. */
  readonly off: readonly (readonly [Day, Day])[]
  /** Saturdays and Sundays on which people work instead. */
  readonly worked: readonly Day[]
}

/** 国务院办公厅关于部分节假日安排的通知, year by year; a year without a line knows its weekends only. */
const years: Readonly<Record<number, Year>> = {
  2025: {
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

/** Whether the holidays of a day's year were announced when this was written; otherwise a count of days is provisional. */
export function isAnnounced(day: Day): boolean {
  return yearOf(day) in years
}

export function isWorkday(day: Day): boolean {
  const year = years[yearOf(day)]
  if (year?.worked.includes(day)) return true
  if (year?.off.some(([from, until]) => from <= day && day <= until)) return false
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The day on which so many days of work have passed; the first day is not counted. */
export function addWorkdays(day: Day, count: number): Day {
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkday(reached)) left -= 1
  }
  return reached
}
