/** One person's best first result, and the later one where there is one; of a hundred. */
export type Pair = {
  readonly percent: number
  readonly isPassed: boolean
  readonly retestPercent: number | null
}

/** What was known, and what stayed: compared over those only who were asked twice. */
export function retentionOf(pairs: readonly Pair[]) {
  const twice = pairs.filter(
    (pair): pair is Pair & { retestPercent: number } => pair.retestPercent !== null,
  )
  const before = mean(twice.map(({ percent }) => percent))
  const after = mean(twice.map(({ retestPercent }) => retestPercent))
  return {
    takers: pairs.length,
    passed: pairs.filter(({ isPassed }) => isPassed).length,
    firstPercent: mean(pairs.map(({ percent }) => percent)),
    retested: twice.length,
    retestPercent: after,
    keptPercent: before && after !== null ? rounded((after / before) * 100) : null,
  }
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return rounded(values.reduce((sum, one) => sum + one, 0) / values.length)
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
