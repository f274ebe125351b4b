/**
 * One line of the table "what fast means": what we do beside what the machine could do, in the same run.
 * `ours` and `limit` have the same `unit`; `ratio` is ours / limit, and `goal` says on which side of it is well.
 */
export type Measured = {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly limit: number
  readonly ratio: number
  readonly goal: string
  readonly pass: boolean
}

type Facts = Pick<Measured, 'name' | 'unit' | 'ours' | 'limit'>

/** More is better: at least so many times the limit. */
export function atLeast(times: number, facts: Facts): Measured {
  const ratio = round(facts.ours / facts.limit)
  return { ...rounded(facts), ratio, goal: `≥ ${times} ×`, pass: ratio >= times }
}

/** Less is better: at most so many times the limit. */
export function atMost(times: number, facts: Facts): Measured {
  const ratio = round(facts.ours / facts.limit)
  return { ...rounded(facts), ratio, goal: `≤ ${times} ×`, pass: ratio <= times }
}

/** Less is better, and the limit is a promise, not a measurement. */
export function within(facts: Facts): Measured {
  const ratio = round(facts.ours / facts.limit)
  return { ...rounded(facts), ratio, goal: `≤ ${facts.limit} ${facts.unit}`, pass: ratio <= 1 }
}

/** It must not happen at all. */
export function never({ name, unit, ours }: Omit<Facts, 'limit'>): Measured {
  return { name, unit, ours, limit: 0, ratio: ours, goal: 'none', pass: ours === 0 }
}

/** The value below which the given share of a sample lies. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function rounded(facts: Facts): Facts {
  return { ...facts, ours: round(facts.ours), limit: round(facts.limit) }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
