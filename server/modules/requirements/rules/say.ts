/** Minutes of study as people say them: 90 is 1.5. */
export function hoursText(minutes: number): string {
  return String(Math.round(minutes / 6) / 10)
}

/** "2026-09-17" → "9月17日" */
export function monthDay(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** "2026-09-17" → "2026年9月17日" */
export function fullDay(day: string): string {
  return `${Number(day.slice(0, 4))}年${monthDay(day)}`
}
