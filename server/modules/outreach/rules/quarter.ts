import { addMonths, lastDayOf, quarterOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

/** The quarter in which a day lies, first day and last. */
export function quarterAround(day: Day): { readonly from: Day; readonly until: Day } {
  const first = String(quarterOf(day) * 3 - 2).padStart(2, '0')
  const from = `${yearOf(day)}-${first}-01`
  return { from, until: lastDayOf(addMonths(from, 2).slice(0, 7)) }
}

type Person = { readonly path: string; readonly isDue: boolean; readonly visits: number }

/** What each organization just below a place comes to; a branch stands for itself. */
export function coverBelow(people: readonly Person[], path: string) {
  return Map.groupBy(people, (person) => stepBelow(person.path, path))
}

/** The id of the organization just below a place through which the way leads, or of the place itself. */
function stepBelow(path: string, place: string): string {
  const [next] = path.slice(place.length).split('/')
  return next || (place.split('/').at(-2) ?? '')
}
