type Sat = {
  readonly personId: string
  readonly percent: number
  readonly seconds: number
}
type Marked = { readonly personId: string; readonly points: readonly number[] }
export type Place = {
  readonly personId: string
  readonly rank: number
  readonly score: number
  readonly seconds: number | null
  readonly judges: number
}

/** By score, then by who was quicker; who is equal in both shares the place. */
export function rankPapers(sittings: readonly Sat[]): readonly Place[] {
  const best = new Map<string, Sat>()
  for (const sat of sittings) {
    const known = best.get(sat.personId)
    if (!known || order(sat, known) < 0) best.set(sat.personId, sat)
  }
  const sorted = [...best.values()].toSorted(order)
  return sorted.map((sat) => ({
    personId: sat.personId,
    rank: sorted.findIndex((one) => order(one, sat) === 0) + 1,
    score: sat.percent,
    seconds: sat.seconds,
    judges: 0,
  }))
}

function order(one: Sat, other: Sat): number {
  return other.percent - one.percent || one.seconds - other.seconds
}

const trimFrom = 5

/** The mean of the judges; from five judges on, without the highest and the lowest. */
export function rankSpeeches(marked: readonly Marked[]): readonly Place[] {
  const scored = marked
    .filter(({ points }) => points.length > 0)
    .map(({ personId, points }) => {
      const sorted = points.toSorted((one, other) => one - other)
      const counted = sorted.length >= trimFrom ? sorted.slice(1, -1) : sorted
      const mean = counted.reduce((sum, one) => sum + one, 0) / counted.length
      return { personId, score: Math.round(mean * 100) / 100, judges: points.length }
    })
    .toSorted((one, other) => other.score - one.score)
  return scored.map((one) => ({
    ...one,
    rank: scored.findIndex(({ score }) => score === one.score) + 1,
    seconds: null,
  }))
}
