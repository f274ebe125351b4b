/** How alike two features are said: shared pairs of signs, 0 to 1. */
export function likeness(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)]
  if (first.size + second.size === 0) return 0
  const shared = [...first].filter((pair) => second.has(pair)).length
  return (2 * shared) / (first.size + second.size)
}

const likeEnough = 0.5

type Other = { readonly name: string; readonly feature: string }

/** Another base with the same feature: one base, one feature. */
export function sameFeature(feature: string, others: readonly Other[]): Other | undefined {
  return others
    .filter((other) => likeness(feature, other.feature) >= likeEnough)
    .toSorted((one, other) => likeness(feature, other.feature) - likeness(feature, one.feature))[0]
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = Array.from(text.replaceAll(/[\s、，。；：“”（）]/g, ''))
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}
