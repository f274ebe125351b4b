import { dayOf } from './calendar.ts'
import type { Day } from './calendar.ts'

/* How hours, days and spans of time are said in sentences. Pure: rules say them too. */

/** Minutes of study as people count them: 95 → "1.6". */
export function hoursText(minutes: number): string {
  return String(Math.round(minutes / 6) / 10)
}

/** "2026-09-17" → "9月17日" */
export function monthDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number)
  return `${String(month)}月${String(date)}日`
}

/** "2026-09-17" → "2026年9月17日" */
export function fullDay(day: Day): string {
  return `${Number(day.slice(0, 4))}年${monthDay(day)}`
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
})

/** "6月1日 14:00—16:00", and with both days where there are two. */
export function spanText({ from, until }: { readonly from: Date; readonly until: Date }): string {
  const [first, last] = [dayOf(from), dayOf(until)]
  const end = clock.format(until)
  return `${monthDay(first)} ${clock.format(from)}—${first === last ? end : `${monthDay(last)} ${end}`}`
}
