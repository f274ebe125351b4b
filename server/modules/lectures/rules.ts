import { addMonths, monthOf } from '../../kernel/calendar.ts'
import type { Day, Month } from '../../kernel/calendar.ts'

export type Candidate = {
  readonly memberId: string
  readonly name: string
  readonly nameKey: string
  readonly given: number
  readonly ahead: number
  readonly lastOn: Day | null
  readonly isSecretary: boolean
}

/**
 * Who comes next: whoever gave least, counting turns still to come; of those, whoever waits longest, those who never
 * spoke before all; of those, by name, so that the same table gives the same answer.
 */
export function inTurn(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (one, other) =>
      one.given + one.ahead - (other.given + other.ahead) ||
      (one.lastOn ?? '').localeCompare(other.lastOn ?? '') ||
      one.nameKey.localeCompare(other.nameKey, 'en') ||
      one.name.localeCompare(other.name, 'zh') ||
      one.memberId.localeCompare(other.memberId),
  )
}

/** A turn for each of the months, each time to whoever comes next with the turns before already counted. */
export function turnsFor(
  months: readonly Month[],
  candidates: readonly Candidate[],
): { month: Month; memberId: string }[] {
  let waiting = [...candidates]
  return months.flatMap((month) => {
    const [next] = inTurn(waiting)
    if (!next) return []
    waiting = waiting.map((one) => (one === next ? { ...one, ahead: one.ahead + 1 } : one))
    return [{ month, memberId: next.memberId }]
  })
}

/**
 * The last months of the quarters that still lie ahead and in which nobody has a turn and nothing is planned: a branch
 * owes a lesson every quarter.
 */
export function monthsToFill(year: number, now: Month, taken: ReadonlySet<Month>): Month[] {
  return [3, 6, 9, 12].flatMap((last) => {
    const month = `${year}-${String(last).padStart(2, '0')}`
    const quarter = [-2, -1, 0].map((back) => monthOf(addMonths(`${month}-01`, back)))
    const isFree = quarter.every((one) => !taken.has(one))
    return month >= now && isFree ? [month] : []
  })
}

export function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
}
