import type { Group } from '../rules/groups.ts'
import { ownMinutePrice } from '../rules/instance.ts'
import type { Instance } from '../rules/instance.ts'
import { lightestMix, mixesBelow } from '../rules/pricing.ts'
import type { Clashes, Toll } from '../rules/pricing.ts'
import type { Master, Relaxed } from './master.ts'

export type Scene = {
  readonly instance: Instance
  readonly groups: readonly Group[]
  readonly clashes: Clashes
  readonly master: Master
  /** Seconds. */
  readonly left: () => number
}

export type Generated = {
  readonly relaxed: Relaxed
  /** No mix can weigh less, as far as openings are decided. */
  readonly bound: number
  /** No better column exists. */
  readonly isWhole: boolean
}

const roundsMax = 60
/** So many mixes of a group join the master at once. */
const joinMax = 4
/** A group whose search would take longer is left at what has been found. */
export const stepsMax = 2_000_000
/** Below this, rounding errors speak. */
const tiny = 1e-6

/** Everything open, and what everybody would take if seats were without end. */
export function begin({ instance: { offers }, groups, clashes, master }: Scene): void {
  const toll: Toll = ({ offer, minutes }) => (offers[offer]?.price ?? 0) + minutes * ownMinutePrice
  for (const [at, { need }] of groups.entries())
    master.add({ group: at, mix: { offers: [], openUnits: need } })
  for (const [at, group] of groups.entries()) {
    const best = lightestMix(group, { offers, clashes, toll })
    if (best && best.offers.length > 0) master.add({ group: at, mix: best })
  }
}

/**
 * Adds mixes until none exists that would make the relaxation lighter. `reserve` are the seconds it leaves to those
 * who come after.
 */
export function generate(
  scene: Scene,
  reserve: number,
  say: (round: number) => void = () => {},
): Generated {
  let bound = -Infinity
  for (let round = 1; ; round += 1) {
    const relaxed = scene.master.relax()
    say(round)
    const { added, slack, isExact } = price(scene, relaxed)
    if (isExact) bound = Math.max(bound, relaxed.value + slack)
    if (added === 0) return { relaxed, bound, isWhole: isExact }
    if (round === roundsMax || scene.left() <= reserve) return { relaxed, bound, isWhole: false }
  }
}

/** Lets each group look for better mixes at the prices of the moment; `slack` is what that could save at most. */
function price({ instance, groups, clashes, master }: Scene, relaxed: Relaxed) {
  const terms = { offers: instance.offers, clashes, toll: relaxed.toll }
  let [added, slack, isExact] = [0, 0, true]
  for (const [at, group] of groups.entries()) {
    const worth = relaxed.priceOf(at)
    const limit = worth - tiny * (1 + Math.abs(worth))
    const found = mixesBelow(group, terms, { limit, countMax: joinMax, stepsMax })
    isExact &&= found.isWhole
    const [lightest] = found.mixes
    if (lightest) slack += (lightest.weight - worth) * group.people.length
    for (const { offers, openUnits } of found.mixes)
      master.add({ group: at, mix: { offers, openUnits } })
    added += found.mixes.length
  }
  return { added, slack, isExact }
}
