import type { Mix } from '../rules/pricing.ts'
import { mixesBelow } from '../rules/pricing.ts'
import { stepsMax } from './generate.ts'
import type { Generated, Scene } from './generate.ts'
import type { Column, Whole } from './master.ts'

/** More columns than this are not written out to prove the last part of a gap. */
const columnsMax = 60_000

/** Weights are whole fen: nothing lies between two that differ by less than one. */
export function isProven(value: number, bound: number): boolean {
  return value - bound < 1 - 1e-3 + Math.abs(value) * 1e-9
}

/**
 * A mix whose reduced cost exceeds the gap is in no better solution. So all others are written out, and what HiGHS
 * proves of these columns holds for all.
 */
export function writeOut(scene: Scene, { relaxed, bound }: Generated, first: Whole) {
  const { instance, groups, clashes, master, left } = scene
  const gap = first.value - bound
  const terms = { offers: instance.offers, clashes, toll: relaxed.toll }
  const known = new Set(master.columns.map(keyOf))
  const fresh: Column[] = []
  for (const [group, { people: _, ...rest }] of groups.entries()) {
    const limit = relaxed.priceOf(group) + gap + 1e-6
    const countMax = columnsMax - fresh.length
    const found = mixesBelow({ ...rest, people: _ }, terms, { limit, countMax, stepsMax })
    if (!found.isWhole || found.mixes.length >= countMax || left() <= 0.5)
      return { whole: first, bound }
    const columns = found.mixes.map(({ offers, openUnits }) => ({
      group,
      mix: { offers, openUnits },
    }))
    fresh.push(...columns.filter((column) => !known.has(keyOf(column))))
  }
  for (const column of fresh) master.add(column)
  const again = master.settle(first, left())
  const whole = again.value <= first.value ? again : first
  return { whole, bound: Math.max(bound, Math.min(again.bound, whole.value)) }
}

function keyOf({ group, mix }: { group: number; mix: Mix }): string {
  return `${group}:${mix.offers.join()}:${mix.openUnits}`
}
