import { openMinutePrice, overlap } from './instance.ts'
import type { Offer } from './instance.ts'
import type { Group } from './groups.ts'

/**
 * One way for somebody of a group: what to take and what stays open. In order of time, nobody who has reached the
 * need is sent on: a seat that closes nothing is never proposed.
 */
export type Mix = { readonly offers: readonly number[]; readonly openUnits: number }

/** A mix with what it weighs at the prices of the moment. */
export type Weighed = Mix & { readonly weight: number }

/** What taking an option weighs: money, time, and the shadow prices of its seats. */
export type Toll = (option: Group['options'][number]) => number

/** For each offer, the offers that nobody can take beside it. */
export type Clashes = readonly ReadonlySet<number>[]

export type Terms = {
  readonly offers: readonly Offer[]
  readonly clashes: Clashes
  readonly toll: Toll
}

export type Bounds = {
  /** Only mixes that weigh less. */
  readonly limit: number
  /** Only the so many lightest. */
  readonly countMax: number
  readonly stepsMax?: number
}

export function clashesOf(offers: readonly Offer[]): Clashes {
  return offers.map(
    ({ spans }, at) =>
      new Set(
        offers.flatMap((other, place) =>
          place !== at && overlap(spans, other.spans) ? [place] : [],
        ),
      ),
  )
}

/**
 * The lightest mixes of a group below a limit: a knapsack that must be covered, in which some things exclude one
 * another. Tables of the problem without exclusions bound the search, so what it finds is exact; `isWhole` says
 * whether it looked everywhere.
 */
export function mixesBelow(
  group: Group,
  terms: Terms,
  { limit, countMax, stepsMax = Infinity }: Bounds,
): { readonly mixes: readonly Weighed[]; readonly isWhole: boolean } {
  const { timed, online, leastOf } = prepare(group, terms)
  const steps = [...timed, ...online]
  const found: Weighed[] = []
  const taken: number[] = []
  const state = { limit, steps: 0 }
  const clashes = (offer: number) => taken.some((other) => terms.clashes[offer]?.has(other))

  const look = (at: number, open: Open, spent: number): void => {
    state.steps += 1
    const weight = spent + leastOf(at, open)
    if (weight >= state.limit || state.steps > stepsMax) return
    const step = steps[at]
    if (!step) {
      const offers = taken.toSorted((one, other) => one - other)
      keep(found, { offers, openUnits: open.units + open.beyond, weight }, countMax)
      if (found.length === countMax) state.limit = found.at(-1)?.weight ?? limit
      return
    }
    const here = at === timed.length ? cappedAt(group, open) : open
    if (here.units > 0 && !clashes(step.offer)) {
      taken.push(step.offer)
      const units = Math.max(0, here.units - step.units)
      look(at + 1, { units, beyond: here.beyond }, spent + step.weight)
      taken.pop()
    }
    look(at + 1, here, spent)
  }
  look(0, { units: group.need, beyond: 0 }, 0)
  return { mixes: found, isWhole: state.steps <= stepsMax }
}

/** The lightest mix of all, whatever it weighs. */
export function lightestMix(group: Group, terms: Terms): Weighed | undefined {
  return mixesBelow(group, terms, { limit: Infinity, countMax: 1 }).mixes[0]
}

type Step = { readonly offer: number; readonly units: number; readonly weight: number }

/** What is still to be closed, and what no study online may close any more. */
type Open = { readonly units: number; readonly beyond: number }

function cappedAt({ onlineMax }: Group, { units }: Open): Open {
  const capped = Math.min(units, onlineMax)
  return { units: capped, beyond: units - capped }
}

/** First what happens at a time, in the order of time, then courses, which are taken when one likes. */
function prepare(group: Group, { offers, toll }: Terms) {
  const steps = group.options.map((option) => ({
    offer: option.offer,
    units: option.units,
    weight: toll(option),
  }))
  const isOnline = ({ offer }: Step) => offers[offer]?.isOnline ?? false
  const startOf = ({ offer }: Step) => offers[offer]?.spans[0]?.from ?? Infinity
  const online = steps.filter(isOnline)
  const timed = steps
    .filter((step) => !isOnline(step))
    .toSorted((one, other) => startOf(one) - startOf(other) || one.offer - other.offer)

  const unitPrice = group.unit * openMinutePrice
  const left = Float64Array.from({ length: group.onlineMax + 1 }, (_, units) => units * unitPrice)
  const byCourses = leastBy(online, left)
  const end = Float64Array.from({ length: group.need + 1 }, (_, units) => {
    const { units: capped, beyond } = cappedAt(group, { units, beyond: 0 })
    return beyond * unitPrice + byCourses(0, capped)
  })
  const byTimed = leastBy(timed, end)
  const leastOf = (at: number, { units, beyond }: Open) =>
    at > timed.length || beyond > 0
      ? byCourses(at - timed.length, units) + beyond * unitPrice
      : byTimed(at, units)
  return { timed, online, leastOf }
}

/** The least weight that closes units with the steps from a place on, if nothing excluded anything. */
function leastBy(steps: readonly Step[], end: Float64Array) {
  const width = end.length
  const table = new Float64Array((steps.length + 1) * width)
  table.set(end, steps.length * width)
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const { units = 0, weight = 0 } = steps[at] ?? {}
    const [here, next] = [at * width, (at + 1) * width]
    for (let open = 0; open < width; open += 1) {
      const without = table[next + open] ?? 0
      const left = Math.max(0, open - units)
      const taken = open > 0 ? weight + (table[next + left] ?? 0) : without
      table[here + open] = Math.min(without, taken)
    }
  }
  return (at: number, open: number) => table[at * width + open] ?? 0
}

function keep(found: Weighed[], one: Weighed, countMax: number): void {
  const place = found.findIndex(({ weight }) => weight > one.weight)
  found.splice(place < 0 ? found.length : place, 0, one)
  if (found.length > countMax) found.pop()
}
