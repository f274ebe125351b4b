import type { Month } from '../../../kernel/calendar.ts'
import { nextMonth } from './months.ts'

/** A month with what is asked for it and what has come in. */
export type MonthState = {
  readonly month: Month
  readonly owedFen: number
  readonly paidFen: number
}

export type Part = { readonly month: Month; readonly fen: number }

/** Back payments reach so many months back from the month before this one; this month and later ones stay open. */
export function openMonths<M extends MonthState>(
  months: readonly M[],
  { today, backMax }: { readonly today: Month; readonly backMax: number },
): M[] {
  const earliest = nextMonth(today, -backMax)
  return months.filter(({ month }) => month >= earliest)
}

/** The oldest open month first, each filled before the next; what is left over fits nowhere. */
export function allocate(
  fen: number,
  months: readonly MonthState[],
): { readonly parts: readonly Part[]; readonly restFen: number } {
  const parts: Part[] = []
  let restFen = fen
  for (const { month, owedFen, paidFen } of months.toSorted(byMonth)) {
    const take = Math.min(restFen, Math.max(0, owedFen - paidFen))
    if (take > 0) parts.push({ month, fen: take })
    restFen -= take
  }
  return { parts, restFen }
}

function byMonth(one: MonthState, other: MonthState): number {
  return one.month.localeCompare(other.month)
}
