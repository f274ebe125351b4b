import { expect, test } from 'vitest'
import { loadHighs } from '../../../kernel/highs.ts'
import { countyInstance, diceOf } from '../../../testing/proposal-instances.ts'
import { greatestCommon, openMinutePrice, overlap, ownMinutePrice } from '../rules/instance.ts'
import type { Instance, Offer, Option, Person } from '../rules/instance.ts'
import { solve } from './solve.ts'
import type { Solved } from './solve.ts'

const highs = await loadHighs()
const quiet = { seconds: 30, say: () => undefined, clock: () => performance.now() }

/** A few people, a few offers of every sort, few seats, little money. */
function smallInstance(seed: number): Instance {
  const { between, chance } = diceOf(seed)
  const offers = Array.from({ length: 5 }, (_, at): Offer => {
    const from = between(0, 4)
    const isOnline = at === 4
    return {
      id: `o${at}`,
      isOnline,
      price: between(0, 9) * 1_000,
      spans: isOnline || chance(0.3) ? [] : [{ from, to: from + between(1, 2) }],
      ...(at === 0 || at === 1
        ? {
            opening: {
              price: between(0, 20) * 1_000,
              peopleMin: between(1, 3),
              seats: between(1, 4),
            },
          }
        : {}),
    }
  })
  const pools = [between(1, 3), between(1, 3)].map((seats, at) => ({ id: `pool${at}`, seats }))
  const people = Array.from({ length: 4 }, (_, at): Person => {
    const options = offers.flatMap((_offer, offer): Option[] =>
      chance(0.8)
        ? [
            {
              offer,
              minutes: between(1, 6) * 20,
              pools: offer === 2 || offer === 3 ? [offer - 2] : [],
            },
          ]
        : [],
    )
    return { id: `p${at}`, need: between(1, 12) * 15, onlineMax: between(0, 4) * 30, options }
  })
  return {
    people,
    offers,
    pools,
    rivals: chance(0.3) ? [[0, 1]] : [],
    budget: chance(0.5) ? between(5, 40) * 1_000 : null,
  }
}

/** A gap counts in steps that something can bring, and only as far as anything can reach. */
function closableOf({ need, onlineMax, options }: Person, offers: readonly Offer[]): number {
  const sumOf = (isOnline: boolean) =>
    options
      .filter(({ offer }) => offers[offer]?.isOnline === isOnline)
      .reduce((sum, { minutes }) => sum + minutes, 0)
  const online = Math.min(sumOf(true), onlineMax)
  const minutes = options.map((option) => option.minutes)
  const step =
    [...minutes, ...(online < sumOf(true) ? [online] : [])].reduce(greatestCommon, 0) || 1
  return Math.min(Math.ceil(need / step) * step, sumOf(false) + online)
}

type Choice = {
  readonly options: readonly Option[]
  readonly money: number
  readonly weight: number
}

/** Everything one person could take, by the words of the rule: in order of time, never more once it is enough. */
function choicesOf(person: Person, { offers }: Instance): Choice[] {
  const { onlineMax, options } = person
  const need = closableOf(person, offers)
  const offerOf = ({ offer }: Option) => offers[offer] as Offer
  const startOf = (option: Option) =>
    offerOf(option).isOnline ? Infinity : (offerOf(option).spans[0]?.from ?? 1e9)
  const sorted = options.toSorted(
    (one, other) => startOf(one) - startOf(other) || one.offer - other.offer,
  )
  return Array.from({ length: 2 ** sorted.length }, (_, bits) =>
    sorted.filter((_option, at) => (bits >> at) & 1),
  ).flatMap((some) => {
    const clashes = some.some((one, at) =>
      some.slice(at + 1).some((other) => overlap(offerOf(one).spans, offerOf(other).spans)),
    )
    let left = need
    for (const option of some.filter((one) => !offerOf(one).isOnline)) {
      if (left <= 0) return []
      left -= option.minutes
    }
    if (clashes) return []
    const online = some
      .filter((one) => offerOf(one).isOnline)
      .reduce((sum, { minutes }) => sum + minutes, 0)
    const open = Math.max(0, left - Math.min(online, onlineMax))
    const money = some.reduce((sum, option) => sum + offerOf(option).price, 0)
    const minutes = some.reduce((sum, option) => sum + option.minutes, 0)
    return [
      { options: some, money, weight: money + minutes * ownMinutePrice + open * openMinutePrice },
    ]
  })
}

/** The lightest of all combinations of everybody's choices that keep to seats, openings, rivals and money. */
function bruteForce(instance: Instance): number {
  const all = instance.people.map((person) => choicesOf(person, instance))
  let best = Infinity
  const look = (at: number, taken: readonly Choice[], weight: number): void => {
    if (weight >= best) return
    const choices = all[at]
    if (!choices) {
      best = Math.min(best, weight + openingsOf(instance, taken))
      return
    }
    for (const choice of choices) look(at + 1, [...taken, choice], weight + choice.weight)
  }
  look(0, [], 0)
  return best
}

/** What opening costs for these choices; without end where they break a condition. */
function openingsOf({ offers, pools, rivals, budget }: Instance, taken: readonly Choice[]): number {
  const options = taken.flatMap((choice) => choice.options)
  const takers = (offer: number) => options.filter((option) => option.offer === offer).length
  const seatsHold = pools.every(
    ({ seats }, pool) => options.filter((option) => option.pools.includes(pool)).length <= seats,
  )
  const opened = offers.flatMap(({ opening }, offer) =>
    opening && takers(offer) > 0 ? [{ ...opening, offer }] : [],
  )
  const openingsHold = opened.every(
    ({ offer, peopleMin, seats }) => takers(offer) >= peopleMin && takers(offer) <= seats,
  )
  const rivalsHold = rivals.every(
    (some) => opened.filter(({ offer }) => some.includes(offer)).length <= 1,
  )
  const price = opened.reduce((sum, one) => sum + one.price, 0)
  const money = taken.reduce((sum, choice) => sum + choice.money, price)
  const holds = seatsHold && openingsHold && rivalsHold && money <= (budget ?? Infinity)
  return holds ? price : Infinity
}

test('finds what trying everything finds, and proves it, on 60 small problems', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const instance = smallInstance(seed)
    const { value, bound } = solve(highs, instance, quiet)
    expect(value, `seed ${seed}`).toBeCloseTo(bruteForce(instance), 0)
    expect(value - bound, `seed ${seed}`).toBeLessThan(1.5)
  }
})

/** Counts what a mix takes, row by row. */
function expectFeasible({ people, offers, pools, rivals }: Instance, { groups, chosen }: Solved) {
  const seats = new Map<number, number>()
  const takers = new Map<number, number>()
  for (const [at, group] of groups.entries()) {
    const mixes = chosen.filter((one) => one.group === at)
    expect(mixes.reduce((sum, one) => sum + one.people, 0)).toBe(group.people.length)
    for (const { mix, people: count } of mixes)
      for (const offer of mix.offers) {
        const option = group.options.find((one) => one.offer === offer)
        expect(option).toBeDefined()
        takers.set(offer, (takers.get(offer) ?? 0) + count)
        for (const pool of option?.pools ?? []) seats.set(pool, (seats.get(pool) ?? 0) + count)
        const spans = offers[offer]?.spans ?? []
        const others = mix.offers.filter((other) => other !== offer)
        expect(others.some((other) => overlap(spans, offers[other]?.spans ?? []))).toBe(false)
      }
  }
  expect(groups.reduce((sum, group) => sum + group.people.length, 0)).toBe(people.length)
  for (const [pool, count] of seats) expect(count).toBeLessThanOrEqual(pools[pool]?.seats ?? 0)
  const wrong = offers.filter(({ opening }, at) => {
    const count = takers.get(at)
    return opening && count !== undefined && (count < opening.peopleMin || count > opening.seats)
  })
  expect(wrong).toStrictEqual([])
  for (const some of rivals)
    expect(some.filter((offer) => takers.has(offer)).length).toBeLessThan(2)
}

test('keeps to seats, openings and times on a large problem, and answers the same twice', () => {
  const instance = countyInstance({ people: 1_500, classes: 30, seed: 7 })
  const first = solve(highs, instance, quiet)
  expectFeasible(instance, first)
  expect(first.value - first.bound).toBeLessThan(first.value / 100)
  expect(solve(highs, instance, quiet).chosen).toStrictEqual(first.chosen)
})

test('money that does not suffice leaves open what it cannot pay', () => {
  const instance = countyInstance({ people: 300, classes: 10, seed: 3 })
  const free = solve(highs, instance, quiet)
  const poor = solve(highs, { ...instance, budget: 0 }, quiet)
  const spent = poor.chosen.flatMap(({ mix }) =>
    mix.offers.map((offer) => instance.offers[offer]?.price),
  )
  expect(spent.every((price) => price === 0)).toBe(true)
  expect(poor.value).toBeGreaterThan(free.value)
})
