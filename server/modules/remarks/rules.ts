import type { ageBands } from '@zhixing/contract/course-words.ts'

export type Band = keyof typeof ageBands

const bounds: readonly (readonly [Band, number])[] = [
  ['under36', 35],
  ['to45', 45],
  ['to55', 55],
  ['to65', 65],
]

export function bandOf(age: number): Band {
  return bounds.find(([, most]) => age <= most)?.[0] ?? 'over65'
}

/** The parameters by which remarks are credited, and those by which a course is found poor. */
export const creditKeys = [
  'course.discussion.minutes',
  'course.discussion.max',
  'course.discussion.characters',
] as const
export const ratingKeys = ['course.rating.low', 'course.rating.count'] as const

type Rating = { readonly band: Band; readonly stars: number }
type Rated = { readonly count: number; readonly stars: number }
type Limits = {
  readonly [K in (typeof ratingKeys)[number]]: { readonly value: number }
}

/** One star is 20 points. Low is what enough people find so. */
export function verdictOf({ count, stars }: Rated, limits: Limits) {
  const points = count === 0 ? null : Math.round((stars * 20) / count)
  const { value: low } = limits['course.rating.low']
  const isEnough = count >= limits['course.rating.count'].value
  return { count, points, isLow: isEnough && points !== null && points < low }
}

export function summaryOf(ratings: readonly Rating[], limits: Limits) {
  const bands = Map.groupBy(ratings, ({ band }) => band)
  return {
    ...verdictOf(ratedOf(ratings), limits),
    bands: [...bands].map(([band, some]) => {
      const verdict = verdictOf(ratedOf(some), limits)
      return { band, ...verdict, points: verdict.points ?? 0 }
    }),
  }
}

function ratedOf(some: readonly Rating[]): Rated {
  return { count: some.length, stars: some.reduce((all, { stars }) => all + stars, 0) }
}

type Credit = { readonly characters: number; readonly minutes: number; readonly max: number }

/** What one more remark is worth: nothing where it is short, and never beyond the most for a course. */
export function worthOf(text: string, before: number, { characters, minutes, max }: Credit) {
  const written = text.replace(/\s/g, '').length
  return written < characters ? 0 : Math.max(0, Math.min(minutes, max - before))
}
