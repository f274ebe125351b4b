import { addDays } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type Todo = {
  readonly key: string
  readonly what: string
  readonly why: string
  readonly clause: string
  /** Nothing where the rules ask for it, but name no day. */
  readonly deadline: Day | null
  readonly action: string
  readonly to: string
}

/** How long what has no day of its own may wait behind what has one. */
const patienceDays = 14

/** What is overdue first, the oldest of it at the top; then by deadline; what has none, as if it had two weeks. */
export function byUrgency(todos: readonly Todo[], today: Day): Todo[] {
  const dueOf = ({ deadline }: Todo) => deadline ?? addDays(today, patienceDays)
  return todos.toSorted(
    (one, other) => dueOf(one).localeCompare(dueOf(other)) || one.key.localeCompare(other.key),
  )
}

/** A few names, and how many there are beside. */
export function someOf(names: readonly string[], max = 3): string {
  const shown = names.slice(0, max).join('、')
  return names.length > max ? `${shown}等 ${names.length} 人` : shown
}

/** The last day of the natural quarter in which a day lies. */
export function quarterEnd(day: Day): Day {
  const last = Math.ceil(Number(day.slice(5, 7)) / 3) * 3
  const ends = ['', '', '', '03-31', '', '', '06-30', '', '', '09-30', '', '', '12-31']
  return `${day.slice(0, 4)}-${ends[last]}`
}
