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

type Rating = { readonly band: Band; readonly stars: number }
type Limits = { readonly low: number; readonly count: number }

/** One star is 20 points. Low is what enough people find so. */
function verdictOf(some: readonly Rating[], { low, count }: Limits) {
  const sum = some.reduce((all, { stars }) => all + stars, 0)
  const points = Math.round((sum * 20) / some.length)
  return { count: some.length, points, isLow: some.length >= count && points < low }
}

export function summaryOf(ratings: readonly Rating[], limits: Limits) {
  const bands = Map.groupBy(ratings, ({ band }) => band)
  const all = ratings.length === 0 ? { points: null, isLow: false } : verdictOf(ratings, limits)
  return {
    ...all,
    count: ratings.length,
    bands: [...bands].map(([band, some]) => ({ band, ...verdictOf(some, limits) })),
  }
}

type Credit = { readonly characters: number; readonly minutes: number; readonly max: number }

/** What one more remark is worth: nothing where it is short, and never beyond the most for a course. */
export function worthOf(text: string, before: number, { characters, minutes, max }: Credit) {
  const written = text.replace(/\s/g, '').length
  return written < characters ? 0 : Math.max(0, Math.min(minutes, max - before))
}
