import type { MonthDay } from './home.ts'

const least = 5
const most = 10

export type Placed = MonthDay & { from: number; until: number; line: number; late: boolean }

/** Each busy day gets the first line on which its words have room; late days write to the left. */
export function placeOccasions(month: MonthDay[]): Placed[] {
  const taken: number[] = []
  return month
    .filter(({ occasions }) => occasions.length > 0)
    .map((one) => {
      const column = Number(one.day.slice(8))
      const span = spanOf(one)
      const late = column + span > month.length + 1
      const from = late ? Math.max(1, column - span) : column
      const until = late ? column + 1 : column + span
      const free = taken.findIndex((end) => end <= from)
      const line = free < 0 ? taken.length : free
      taken[line] = until
      return { ...one, from, until, line, late }
    })
}

/** Long words need more days' room. */
function spanOf({ occasions }: MonthDay): number {
  const longest = Math.max(...occasions.map(({ title, time }) => title.length + (time ? 4 : 0)))
  return Math.min(most, Math.max(least, Math.ceil(longest / 2.4)))
}
