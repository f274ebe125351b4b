import { addDays } from '@zhixing/kit/format/day.ts'

export type View = 'day' | 'week' | 'month'

/** The days that a view shows: a day, its week from Monday on, or whole weeks around its month. */
export function daysShown(view: View, day: string): string[] {
  if (view === 'day') return [day]
  if (view === 'week') return range(mondayOf(day), 7)
  const first = mondayOf(`${day.slice(0, 7)}-01`)
  const next = moved('month', day, 1)
  const days = range(first, 42)
  const weeks = days.filter((one) => one < `${next.slice(0, 7)}-01`).length
  return days.slice(0, Math.ceil(weeks / 7) * 7)
}

export function moved(view: View, day: string, steps: number): string {
  if (view === 'day') return addDays(day, steps)
  if (view === 'week') return addDays(day, 7 * steps)
  const [year = 0, month = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + steps
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

function range(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at))
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}
