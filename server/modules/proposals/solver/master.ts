import type { Highs, Model } from 'highs'
import type { Group } from '../rules/groups.ts'
import type { Instance } from '../rules/instance.ts'
import { ownMinutePrice } from '../rules/instance.ts'
import { costOf, poolsOf } from '../rules/cost.ts'
import type { Mix, Toll } from '../rules/pricing.ts'

export type Column = { readonly group: number; readonly mix: Mix }

export type Relaxed = {
  readonly value: number
  /** How far each class that may be opened is open, from 0 to 1. */
  readonly opened: readonly number[]
  /** How many people take each column, in parts. */
  readonly shares: Float64Array
  /** What one more person of a group would cost. */
  readonly priceOf: (group: number) => number
  readonly toll: Toll
  /** What one more seat of a pool would save. */
  readonly seatPrice: (pool: number) => number
}

export type Whole = {
  readonly value: number
  /** Below this, no solution of these columns can lie. */
  readonly bound: number
  readonly counts: readonly number[]
  readonly opened: readonly number[]
  readonly isCut: boolean
}

/**
 * The master problem in HiGHS: how many of each group take each of the mixes known so far, and what is opened.
 * Rows: one a group, one a pool, two for each offer that may be opened, one for each set of rivals, one for the money.
 */
export function foundMaster(highs: Highs, instance: Instance, groups: readonly Group[]) {
  const rows = rowsOf(instance, groups)
  const model = highs.createModel()
  model.options.set({ output_flag: false, random_seed: 1 })
  for (const { lower, upper } of rows.bounds(highs.infinity))
    model.addRow(lower, upper, { indices: [], values: [] })
  for (const { price, upper, entries } of rows.openings()) model.addCol(price, 0, upper, entries)
  for (const entries of rows.breaches()) model.addCol(breachPrice, 0, highs.infinity, entries)
  const openings = rows.openings().length
  const head = openings + rows.breaches().length
  const columns: Column[] = []
  const weightOf = (at: number, mix: Mix) => {
    const group = groups[at]
    return group ? costOf(group, mix, instance).weight : 0
  }

  return {
    columns,
    add(column: Column) {
      const group = groups[column.group]
      if (!group) return
      columns.push(column)
      const entries = rows.entriesOf(column.group, group, column.mix)
      model.addCol(weightOf(column.group, column.mix), 0, highs.infinity, entries)
    },
    relax: (): Relaxed => relax(model, rows, { instance, openings, head }),
    openings,
    /** Leaves an opening to the solver, or decides it. */
    decide(opening: number, [lower, upper]: Decision) {
      model.changeColBounds(opening, lower, upper)
    },
    /** Nobody takes anything: the first column of each group. */
    idle(): Whole {
      const counts = groups.map(({ people }) => people.length)
      const value = columns
        .slice(0, groups.length)
        .reduce((sum, { mix }, at) => sum + weightOf(at, mix) * (counts[at] ?? 0), 0)
      return {
        value,
        bound: -Infinity,
        opened: Array.from({ length: openings }, () => 0),
        counts,
        isCut: true,
      }
    },
    /** Whole numbers near those of the relaxation: quick, good, and no bound. */
    round({ shares }: Relaxed, seconds: number): Whole {
      const atLeast = columns.map((_, at) => Math.floor((shares[at] ?? 0) + tiny))
      return settle(highs, model, { openings, head, seconds, atLeast })
    },
    settle({ opened, counts }: Whole, seconds: number): Whole {
      const breaches = Array.from({ length: head - openings }, () => 0)
      const fresh = Array.from({ length: columns.length - counts.length }, () => 0)
      const start = [...opened, ...breaches, ...counts, ...fresh]
      return settle(highs, model, { openings, head, start, seconds })
    },
    dispose: () => model.dispose(),
  }
}

const tiny = 1e-6
/** In fen: dearer than anything it could save. */
const breachPrice = 1e10

/** From and to: both 0, both 1, or 0 and 1 where it is open. */
export type Decision = readonly [lower: number, upper: number]

export type Master = ReturnType<typeof foundMaster>
type Entries = { readonly indices: number[]; readonly values: number[] }

function rowsOf(instance: Instance, groups: readonly Group[]) {
  const { offers, pools, rivals, budget } = instance
  const opened = offers.flatMap(({ opening }, offer) => (opening ? [{ offer, ...opening }] : []))
  const poolRow = groups.length
  const openRow = poolRow + pools.length
  const rivalRow = openRow + 2 * opened.length
  const moneyRow = rivalRow + rivals.length
  const openRowOf = new Map(opened.map(({ offer }, at) => [offer, openRow + 2 * at]))

  return {
    poolRow,
    openRowOf,
    moneyRow,
    bounds(infinity: number) {
      const exactly = groups.map(({ people }) => ({ lower: people.length, upper: people.length }))
      const seats = pools.map((pool) => ({ lower: -infinity, upper: pool.seats }))
      const open = opened.flatMap(() => [
        { lower: -infinity, upper: 0 },
        { lower: 0, upper: infinity },
      ])
      const rival = rivals.map(() => ({ lower: -infinity, upper: 1 }))
      return [
        ...exactly,
        ...seats,
        ...open,
        ...rival,
        { lower: -infinity, upper: budget ?? infinity },
      ]
    },
    /** A person too few in a class, two rivals at once: never in a mix, but every decision has a solution. */
    breaches(): Entries[] {
      const few = opened.map((_, at) => ({ indices: [openRow + 2 * at + 1], values: [1] }))
      return [...few, ...rivals.map((_, at) => ({ indices: [rivalRow + at], values: [-1] }))]
    },
    /** Whether something is opened: its price, its seats, its fewest, its rivals. */
    openings() {
      return opened.map(({ offer, price, seats, peopleMin }, at) => {
        const row = openRow + 2 * at
        const rival = rivals.flatMap((some, place) =>
          some.includes(offer) ? [rivalRow + place] : [],
        )
        const indices = [row, row + 1, ...rival, moneyRow]
        const values = [-seats, -peopleMin, ...rival.map(() => 1), price]
        return { price, upper: 1, entries: { indices, values } }
      })
    },
    entriesOf(at: number, group: Group, mix: Mix): Entries {
      const times = new Map<number, number>([[at, 1]])
      const count = (row: number, value = 1) => times.set(row, (times.get(row) ?? 0) + value)
      for (const pool of poolsOf(group, mix)) count(poolRow + pool)
      for (const offer of mix.offers) {
        const row = openRowOf.get(offer)
        if (row === undefined) continue
        count(row)
        count(row + 1)
      }
      const { money } = costOf(group, mix, instance)
      if (money > 0) count(moneyRow, money)
      const sorted = [...times].toSorted(([one], [other]) => one - other)
      return { indices: sorted.map(([row]) => row), values: sorted.map(([, value]) => value) }
    },
  }
}

type Rows = ReturnType<typeof rowsOf>

type Lot = { readonly instance: Instance; readonly openings: number; readonly head: number }

function relax(model: Model, rows: Rows, { instance, openings, head }: Lot): Relaxed {
  const { offers } = instance
  runOrAnew(model)
  const { rowDual, colValue } = model.getSolution()
  const dual = (row: number) => rowDual[row] ?? 0
  const money = dual(rows.moneyRow)
  return {
    value: model.getObjectiveValue(),
    priceOf: dual,
    opened: Array.from(colValue.slice(0, openings)),
    shares: Float64Array.from(colValue.slice(head)),
    seatPrice: (pool) => -dual(rows.poolRow + pool),
    toll({ offer, minutes, pools }) {
      const price = (offers[offer]?.price ?? 0) * (1 - money)
      const seats = pools.reduce((sum, pool) => sum + dual(rows.poolRow + pool), 0)
      const row = rows.openRowOf.get(offer)
      const opening = row === undefined ? 0 : dual(row) + dual(row + 1)
      return price + minutes * ownMinutePrice - seats - opening
    },
  }
}

/** From where it stands; where HiGHS loses its footing on the way, once more from nothing. */
function runOrAnew(model: Model): void {
  try {
    model.run()
  } catch {
    model.clearSolver()
    model.run()
  }
}

type Ask = {
  readonly openings: number
  /** So many columns stand before those of the mixes. */
  readonly head: number
  readonly seconds: number
  /** A whole solution to begin with. */
  readonly start?: readonly number[]
  /** How many take each column at least. */
  readonly atLeast?: readonly number[]
}

function settle(
  highs: Highs,
  model: Model,
  { openings, head, seconds, start, atLeast }: Ask,
): Whole {
  const { variableType, modelStatus } = highs.constants
  const { numCols } = model.getDimensions()
  const all = { kind: 'range', from: 0, to: numCols - 1 } as const
  const people = { kind: 'range', from: head, to: numCols - 1 } as const
  const most = new Float64Array(numCols - head).fill(highs.infinity)
  model.changeColsIntegrality(all, new Int32Array(numCols).fill(variableType.integer))
  if (atLeast) model.changeColsBounds(people, Float64Array.from(atLeast), most)
  model.options.set({ time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 })
  model.clearSolver()
  model.zeroAllClocks()
  if (start) model.setSolution({ colValue: Float64Array.from(start) })
  runOrAnew(model)
  const isThere = Number(model.info.get('primal_solution_status')) === feasible
  const values = Array.from(model.getSolution().colValue, (value) => Math.round(value))
  const whole: Whole = {
    value: isThere ? model.getObjectiveValue() : Infinity,
    bound: Number(model.info.get('mip_dual_bound')),
    opened: values.slice(0, openings),
    counts: values.slice(head),
    isCut: model.getModelStatus() !== modelStatus.optimal,
  }
  if (atLeast) model.changeColsBounds(people, new Float64Array(most.length), most)
  model.options.set({ time_limit: 1e9 })
  model.clearIntegrality()
  return whole
}

/** Of HiGHS: a solution that keeps to all conditions is known. */
const feasible = 2
