/** Where somebody put a line. */
export type Moved = { key: string; on: string; at: string; place: string }

/** "2026-09-17…" → "2026-09"; of a moment, in Shanghai. */
export function monthOf(day: string): string {
  return day.length === 10 ? day.slice(0, 7) : shanghai.format(new Date(day)).slice(0, 7)
}

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export function monthSaid(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}
