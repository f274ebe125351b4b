type Spot = { readonly latitude: number; readonly longitude: number }

const earthKilometres = 6371

/** As the crow flies. */
export function kilometresBetween(one: Spot, other: Spot): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)]
  const [dLat, dLong] = [b - a, radians(other.longitude - one.longitude)]
  const half = Math.sin(dLat / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(dLong / 2) ** 2
  return 2 * earthKilometres * Math.asin(Math.sqrt(half))
}

/**
 * Where to go after where, beginning with the first: the shortest way through all of them. Up to nine stops every order
 * is weighed; beyond, the nearest comes next and crossings are undone.
 */
export function routeThrough<Stop extends Spot>(stops: readonly Stop[]): Stop[] {
  const [first, ...others] = stops
  if (!first) return []
  return others.length <= 8 ? shortest(first, others) : uncrossed(nearest(first, others))
}

export function lengthOf(stops: readonly Spot[]): number {
  return stops
    .slice(1)
    .reduce((sum, stop, at) => sum + kilometresBetween(stops[at] ?? stop, stop), 0)
}

/** By sets of places already seen: 2^8 × 8 steps instead of 40,320 orders. */
function shortest<Stop extends Spot>(first: Stop, others: readonly Stop[]): Stop[] {
  let ways = new Map<string, { seen: number; way: Stop[]; length: number }>()
  ways.set('0', { seen: 0, way: [first], length: 0 })
  for (let round = 0; round < others.length; round += 1) {
    const next: typeof ways = new Map()
    for (const { seen, way, length } of ways.values())
      for (const [at, stop] of others.entries()) {
        if (seen & (1 << at)) continue
        const longer = length + kilometresBetween(way.at(-1) ?? first, stop)
        const key = `${seen | (1 << at)}:${at}`
        if (longer < (next.get(key)?.length ?? Infinity))
          next.set(key, { seen: seen | (1 << at), way: [...way, stop], length: longer })
      }
    ways = next
  }
  const [best] = [...ways.values()].toSorted((one, other) => one.length - other.length)
  return best?.way ?? [first]
}

function nearest<Stop extends Spot>(first: Stop, others: readonly Stop[]): Stop[] {
  const way = [first]
  let left = [...others]
  while (left.length > 0) {
    const from = way.at(-1) ?? first
    const [next] = left.toSorted(
      (one, other) => kilometresBetween(from, one) - kilometresBetween(from, other),
    )
    if (!next) break
    way.push(next)
    left = left.filter((stop) => stop !== next)
  }
  return way
}

/** Turns stretches round as long as that makes the way shorter; the first stays the first. */
function uncrossed<Stop extends Spot>(stops: readonly Stop[]): Stop[] {
  let best = [...stops]
  for (let isBetter = true; isBetter;) {
    isBetter = false
    for (let from = 1; from < best.length - 1; from += 1)
      for (let until = from + 1; until < best.length; until += 1) {
        const turned = best.slice(from, until + 1).toReversed()
        const tried = [...best.slice(0, from), ...turned, ...best.slice(until + 1)]
        if (lengthOf(tried) < lengthOf(best) - 1e-9) {
          best = tried
          isBetter = true
        }
      }
  }
  return best
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
