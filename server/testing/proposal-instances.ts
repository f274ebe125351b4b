import type { Instance, Offer, Option, Pool } from '../modules/proposals/rules/instance.ts'

/** The same numbers in the same order, for the same seed. */
export function diceOf(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return { next, between, chance: (share: number) => next() < share }
}

export type Size = { readonly people: number; readonly classes: number; readonly seed: number }

type Scope = {
  readonly option: Option
  readonly isOpenTo: (committee: number, cohort: number) => boolean
}

const day = 24 * 60 * 60 * 1000
const [committees, cohorts, courses] = [31, 8, 20]

/**
 * A county's problem as it looks in autumn: a third has reached the need, classes of one to three days with few seats,
 * a fifth of them not yet planned, courses online for everybody, and visits to those who cannot come.
 */
export function countyInstance({ people, classes, seed }: Size): Instance {
  const dice = diceOf(seed)
  const offers: Offer[] = []
  const pools: Pool[] = []
  const scopes = Array.from({ length: classes }, (_, at) => {
    const { offer, pool, scope } = classOf(dice, at, pools.length)
    offers.push(offer)
    if (pool) pools.push(pool)
    return scope
  })
  const online = Array.from({ length: courses }, (_, at): Option => {
    offers.push({ id: `course${at}`, isOnline: true, price: 0, spans: [] })
    return { offer: classes + at, minutes: dice.between(1, 8) * 45, pools: [] }
  })
  const visits = Array.from({ length: committees }, (_, at): Option => {
    offers.push({ id: `visit${at}`, isOnline: false, price: 5_000, spans: [] })
    pools.push({ id: `visit${at}`, seats: 40 })
    return { offer: classes + courses + at, minutes: 120, pools: [pools.length - 1] }
  })
  const lacking = Array.from({ length: people }, (_, at) => {
    const [committee, cohort] = [dice.between(0, committees - 1), dice.between(0, cohorts - 1)]
    const need = dice.chance(0.35) ? 0 : dice.between(1, 64) * 30
    const isFrail = dice.chance(0.05)
    const open = scopes.flatMap(({ option, isOpenTo }) =>
      isOpenTo(committee, cohort) ? [option] : [],
    )
    const visit = visits[committee]
    const options = isFrail && visit ? [visit] : [...open, ...online]
    return { id: `p${String(at).padStart(6, '0')}`, need, onlineMax: 960, options }
  }).filter(({ need }) => need > 0)
  return {
    people: lacking,
    offers,
    pools,
    rivals:
      classes > 15
        ? [
            [0, 5],
            [10, 15],
          ]
        : [],
    budget: null,
  }
}

function classOf(dice: ReturnType<typeof diceOf>, at: number, place: number) {
  const days = dice.between(1, 3)
  const from = dice.between(0, 60) * day
  const seats = dice.between(20, 60)
  const isPlanned = at % 5 !== 0
  const opening = { price: dice.between(3, 12) * 100_000, peopleMin: 15, seats }
  const offer: Offer = {
    id: `class${at}`,
    isOnline: false,
    price: days * dice.between(8, 55) * 1_000,
    spans: [{ from, to: from + days * day }],
    ...(isPlanned ? {} : { opening }),
  }
  const isForAll = dice.chance(0.3)
  const hosts = new Set([dice.between(0, committees - 1), dice.between(0, committees - 1)])
  const whom = dice.between(0, cohorts - 1)
  const scope: Scope = {
    option: { offer: at, minutes: days * 480, pools: isPlanned ? [place] : [] },
    isOpenTo: (committee, cohort) =>
      (isForAll || hosts.has(committee)) && (whom % 2 === 0 || whom === cohort),
  }
  return { offer, scope, pool: isPlanned ? { id: offer.id, seats } : undefined }
}
