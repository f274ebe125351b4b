import type { Highs } from 'highs'
import { groupsOf } from '../rules/groups.ts'
import type { Group } from '../rules/groups.ts'
import type { Instance } from '../rules/instance.ts'
import { clashesOf } from '../rules/pricing.ts'
import type { Mix } from '../rules/pricing.ts'
import { branch } from './branch.ts'
import { begin, generate } from './generate.ts'
import { foundMaster } from './master.ts'
import { isProven } from './prove.ts'

export type Solved = {
  readonly groups: readonly Group[]
  /** How many of which group take which mix. */
  readonly chosen: readonly { readonly group: number; readonly mix: Mix; readonly people: number }[]
  /** In fen, with what stays open and everybody's time. */
  readonly value: number
  /** No mix can weigh less. */
  readonly bound: number
  /** The clock ended the search: asked again, the answer may be another. */
  readonly isCut: boolean
  /** What one more seat of a pool would save, in fen. */
  readonly seatPrices: readonly number[]
}

export type Progress = (note: string) => void

type Setting = { readonly seconds: number; readonly say: Progress; readonly clock: () => number }

const nobody: Solved = { groups: [], chosen: [], value: 0, bound: 0, isCut: false, seatPrices: [] }

/**
 * The cheapest mix that lets everybody reach the need. HiGHS weighs the mixes known so far, its shadow prices tell each
 * group whether a better one exists, until none does: then the relaxation is a bound that no mix can beat. Which
 * classes are opened is decided by branching, whole numbers come from HiGHS. docs/decisions/proposals.md says why.
 */
export function solve(highs: Highs, instance: Instance, { seconds, say, clock }: Setting): Solved {
  const groups = groupsOf(instance)
  if (groups.length === 0) return nobody
  const master = foundMaster(highs, instance, groups)
  const until = clock() + seconds * 1000
  const left = () => Math.max(0.05, (until - clock()) / 1000)
  const scene = { instance, groups, clashes: clashesOf(instance.offers), master, left }
  try {
    begin(scene)
    const root = generate(scene, seconds * 0.4, (round) =>
      say(`第 ${round} 轮，${master.columns.length} 种组合`),
    )
    const nothing = { ...master.idle(), columns: [...master.columns] }
    const { best, bound } = branch(scene, {
      root,
      best: nothing,
      say: (found) => say(`还可能再省 ${Math.round((found.best.value - found.bound) / 100)} 元`),
    })
    return {
      groups,
      chosen: best.columns.flatMap(({ group, mix }, at) => {
        const people = best.counts[at] ?? 0
        return people > 0 ? [{ group, mix, people }] : []
      }),
      value: best.value,
      bound,
      isCut: !isProven(best.value, bound) && left() <= 0.5,
      seatPrices: instance.pools.map((_, pool) => root.relaxed.seatPrice(pool)),
    }
  } finally {
    master.dispose()
  }
}
