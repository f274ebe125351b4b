import type { Span } from './instance.ts'

/** A class that could be held: a lecturer and a room that are free together. */
export type NewClassPlan = {
  readonly title: string
  readonly when: string
  readonly from: string
  readonly until: string
  readonly lecturerId: string
  readonly lecturerName: string
  readonly lecturerRank: 'none' | 'associate' | 'senior' | 'academician'
  readonly roomId: string
  readonly roomName: string
  readonly seats: number
  readonly minutes: number
  readonly spans: readonly Span[]
  /** What it costs to hold it, and for each who comes. */
  readonly fixedFen: number
  readonly fen: number
}

type Resource = { readonly id: string; readonly name: string; readonly free: readonly Span[] }
export type Lecturer = Resource & {
  readonly rank: NewClassPlan['lecturerRank']
  readonly hourFen: number
  readonly subject: string
}
export type Room = Resource & { readonly seats: number }

/** A day of class: from and until by the clock of the place, in minutes since midnight, noon left out. */
const halfDays = [
  { from: 8 * 60 + 30, until: 11 * 60 + 30 },
  { from: 14 * 60, until: 17 * 60 },
] as const
const minute = 60_000
/** So many classes are thought of, the soonest first. */
const plansMax = 30
const feeHoursPerHalfDay = 3

export type Terms = {
  /** Midnights of the days on which a class could begin. */
  readonly firstDays: readonly { readonly day: string; readonly at: number }[]
  readonly lengths: readonly number[]
  readonly minutesOfDay: number
  readonly dayFen: number
}

/** For each length and each week the largest room and the cheapest lecturer that are free for all its days. */
export function planClasses(
  lecturers: readonly Lecturer[],
  rooms: readonly Room[],
  { firstDays, lengths, minutesOfDay, dayFen }: Terms,
): NewClassPlan[] {
  const byPrice = lecturers.toSorted(
    (one, other) => one.hourFen - other.hourFen || (one.id < other.id ? -1 : 1),
  )
  const bySize = rooms.toSorted(
    (one, other) => other.seats - one.seats || (one.id < other.id ? -1 : 1),
  )
  const plans = firstDays.flatMap(({ day, at }) =>
    lengths.flatMap((days): NewClassPlan[] => {
      const spans = Array.from({ length: days }, (_, index) => index).flatMap((index) =>
        halfDays.map((half) => ({
          from: at + (index * 1440 + half.from) * minute,
          to: at + (index * 1440 + half.until) * minute,
        })),
      )
      const lecturer = byPrice.find(({ free }) => isFree(free, spans))
      const room = bySize.find(({ free }) => isFree(free, spans))
      const [first, last] = [spans[0], spans.at(-1)]
      if (!lecturer || !room || !first || !last) return []
      const hours = days * halfDays.length * feeHoursPerHalfDay
      return [
        {
          title: `${lecturer.subject}补训班（${days} 天）`,
          when: `${day}起 ${days} 天，${room.name}，${lecturer.name}授课`,
          from: new Date(first.from).toISOString(),
          until: new Date(last.to).toISOString(),
          lecturerId: lecturer.id,
          lecturerName: lecturer.name,
          lecturerRank: lecturer.rank,
          roomId: room.id,
          roomName: room.name,
          seats: room.seats,
          minutes: days * minutesOfDay,
          spans,
          fixedFen: hours * lecturer.hourFen,
          fen: days * dayFen,
        },
      ]
    }),
  )
  return plans.slice(0, plansMax)
}

function isFree(free: readonly Span[], wanted: readonly Span[]): boolean {
  return wanted.every((one) => free.some(({ from, to }) => from <= one.from && to >= one.to))
}
