import { addDays, dayOf, daysBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type Portion = { readonly day: Day; readonly minutes: number }

export const spanDaysMax = 31

export function daysOf(from: Day, until: Day): Day[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at))
}

/**
 * What lasted several days is credited day by day, so that each year gets what lies in it and nothing is carried over.
 * The odd minutes go to the first days; a day without a minute gets no entry.
 */
export function overDays(from: Day, until: Day, minutes: number): Portion[] {
  const days = daysOf(from, until)
  const [each, odd] = [Math.floor(minutes / days.length), minutes % days.length]
  return days
    .map((day, at) => ({ day, minutes: at < odd ? each + 1 : each }))
    .filter((portion) => portion.minutes > 0)
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** 2026-06-01 18:00—20:00 */
export function spanWords({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }) {
  if (!startsAt || !endsAt) return ''
  return `${dayOf(startsAt)} ${clock.format(startsAt)}—${clock.format(endsAt)}`
}
