/** Repeatable chance: the same seed tells the same story. */
export type Dice = {
  readonly chance: (share: number) => boolean
  readonly between: (from: number, to: number) => number
  readonly one: <Item>(items: readonly Item[]) => Item
  /** One of the first, each as often as its second says. */
  readonly weighted: <Key>(weights: readonly (readonly [Key, number])[]) => Key
  /** Normally distributed, mean 0, deviation 1. */
  readonly normal: () => number
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1))

  return {
    between,
    chance: (share) => roll() < share,
    one(items) {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
    weighted(weights) {
      let rest = roll() * weights.reduce((sum, [, weight]) => sum + weight, 0)
      const chosen = weights.find(([, weight]) => (rest -= weight) < 0) ?? weights.at(-1)
      if (!chosen) throw new Error('nothing to choose from')
      return chosen[0]
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll()),
  }
}
