import type { MetricColumn } from '@zhixing/contract'
import type { metricGroups, metricUnits } from '@zhixing/contract/words.ts'
import type { Day, Month } from '../../kernel/calendar.ts'
import { addMonths, lastDayOf, monthOf } from '../../kernel/calendar.ts'

export type Unit = keyof typeof metricUnits
type Group = keyof typeof metricGroups

/** How one number comes out of the rows: by counting, adding, averaging, or as a share of those that hold. */
export type Aggregate =
  | { readonly of: 'count' }
  | { readonly of: 'sum'; readonly key: string }
  | { readonly of: 'mean'; readonly key: string }
  | { readonly of: 'share'; readonly key: string }
  | { readonly of: 'ratio'; readonly key: string; readonly over: string }

/** What everybody may know of a metric; where its rows come from is declared in the catalogue. */
export type Definition = {
  readonly id: string
  readonly name: string
  readonly group: Group
  readonly unit: Unit
  readonly definition: string
  readonly clause: string
  readonly columns: readonly MetricColumn[]
  readonly aggregate: Aggregate
}

/** Where and when: subtrees, a period, and the day as of which people and branches are counted. */
export type Scope = {
  readonly paths: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly day: Day
  /** What a year owes, by subtree: a deeper entry is never less. */
  readonly owed: readonly Owed[]
}

export type Owed = { readonly path: string; readonly member: number; readonly secretary: number }

/** The period's last day, or today while it still runs: nobody is counted as of a day that has not come. */
export function countingDay({ to }: Pick<Scope, 'to'>, today: Day): Day {
  return to < today ? to : today
}

/** The months of the period that are over on its day: a month that still runs has missed nothing yet. */
export function fullMonths({ from, to, day }: Pick<Scope, 'from' | 'to' | 'day'>): Month[] {
  const months: Month[] = []
  for (let first = `${monthOf(from)}-01`; first <= to; first = addMonths(first, 1))
    if (lastDayOf(monthOf(first)) <= day) months.push(monthOf(first))
  return months
}

/** The quarters whose three months are all over, "2026-3". */
export function fullQuarters(months: readonly Month[]): string[] {
  const counts = Map.groupBy(months, quarterName)
  return [...counts].filter(([, some]) => some.length === 3).map(([quarter]) => quarter)
}

function quarterName(month: Month): string {
  return `${month.slice(0, 4)}-${String(Math.ceil(Number(month.slice(5)) / 3))}`
}

/** As it is written in a document: hours with one decimal at most, a share in percent, counts without separators. */
export function textOf(value: number | null, unit: Unit): string {
  if (value === null) return '—'
  if (unit === 'hours') return tenths(value / 60)
  if (unit === 'share') return `${tenths(value * 100)}%`
  return String(value)
}

/** Half up, so that the same number reads the same on screen, on paper and in a test. */
function tenths(value: number): string {
  return String(Math.round((value + Number.EPSILON) * 10) / 10)
}
