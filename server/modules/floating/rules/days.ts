import type { Day } from '../../../kernel/calendar.ts'

const founding = '1921-07-01'

/** Why something cannot have happened on that day; nothing when it can. */
export function refuseDay(day: Day, today: Day, earliest: Day = founding) {
  if (day > today) return { reason: 'floating.future', words: { 今天: today } } as const
  return day < earliest
    ? ({ reason: 'floating.tooEarly', words: { 最早: earliest } } as const)
    : undefined
}
