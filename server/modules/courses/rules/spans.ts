/** Stretches [from, until) in milliseconds: of a recording, or of the server's clock. */
export type Span = readonly [from: number, until: number]
export type Spans = readonly Span[]

/** The same time in the fewest stretches: in order, apart, none empty. */
export function union(some: Spans): Span[] {
  const sorted = some.filter(([from, until]) => from < until).toSorted(([a], [b]) => a - b)
  const apart: [number, number][] = []
  for (const [from, until] of sorted) {
    const last = apart.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else apart.push([from, until])
  }
  return apart
}

/** What of a stretch none of the others covers; `taken` is in order and apart. */
export function without([from, until]: Span, taken: Spans): Span[] {
  const left: Span[] = []
  let at = from
  for (const [begin, end] of taken) {
    if (end <= at) continue
    if (begin >= until) break
    if (begin > at) left.push([at, begin])
    at = Math.max(at, end)
  }
  if (at < until) left.push([at, until])
  return left
}

export function lengthOf(some: Spans): number {
  return some.reduce((sum, [from, until]) => sum + until - from, 0)
}
