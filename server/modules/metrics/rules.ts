import type { MetricColumn } from '@zhixing/contract'
import type { metricGroups, metricUnits } from '@zhixing/contract/words.ts'
import type { Day, Month } from '../../kernel/calendar.ts'
import { addMonths, lastDayOf, monthOf, yearOf } from '../../kernel/calendar.ts'

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
export type Extent = {
  readonly paths: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly day: Day
  /** What the rules of that day ask, by subtree: for any place, the deepest entry above it holds. */
  readonly regions: readonly Region[]
}

/** Numbers of rules as they hold at a path and below, down to the next entry. */
export type Region = { readonly path: string; readonly values: Readonly<Record<string, number>> }

/** The period's last day, or today while it still runs: nobody is counted as of a day that has not come. */
export function countingDay({ to }: Pick<Extent, 'to'>, today: Day): Day {
  return to < today ? to : today
}

export type Period = {
  readonly key: string
  readonly months: readonly [Month, Month]
  readonly until: Day
}

/** The months or quarters that lie wholly in the scope's period. */
export function periodsIn({ from, to }: Pick<Extent, 'from' | 'to'>, length: 1 | 3 | 12): Period[] {
  const [year, month] = [yearOf(from), Number(from.slice(5, 7))]
  const first = `${String(year)}-${String(month - ((month - 1) % length)).padStart(2, '0')}-01`
  const periods: Period[] = []
  for (let start = first; start <= to; start = addMonths(start, length)) {
    const last = monthOf(addMonths(start, length - 1))
    const until = lastDayOf(last)
    if (start >= from && until <= to)
      periods.push({ key: monthOf(start), months: [monthOf(start), last], until })
  }
  return periods
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
