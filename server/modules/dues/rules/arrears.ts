import { lastDayOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { duesLights, duesStages } from '@zhixing/contract/dues-words.ts'
import type { MonthState } from './allocation.ts'

export type Stage = keyof typeof duesStages
export type Light = keyof typeof duesLights

/** While such a span lasts, nobody's clock runs: they could not come. */
export type Pause = { readonly from: Day; readonly until: Day | null }

export type Clock = { readonly remind: number; readonly report: number }

export type Arrears = {
  readonly months: number
  readonly since: Month | null
  readonly fen: number
  readonly stage: Stage
}

/**
 * The months in a row, back from last month, for which something is owed still. A month in which nothing was asked, or
 * that lies wholly within a lawful excuse, neither counts nor breaks the row; a month that was paid does.
 */
export function arrearsOf(
  months: readonly MonthState[],
  { today, pauses, clock }: { today: Month; pauses: readonly Pause[]; clock: Clock },
): Arrears {
  const past = months
    .filter(({ month, owedFen }) => month < today && owedFen > 0)
    .toSorted((one, other) => other.month.localeCompare(one.month))
  const fen = past.reduce((sum, one) => sum + openFen(one), 0)
  const counted = past.filter(({ month }) => !pauses.some((pause) => holds(pause, month)))
  const end = counted.findIndex((one) => openFen(one) === 0)
  const row = end < 0 ? counted : counted.slice(0, end)
  return {
    months: row.length,
    since: row.at(-1)?.month ?? null,
    fen,
    stage: stageOf(row.length, fen, clock),
  }
}

function stageOf(months: number, fen: number, { remind, report }: Clock): Stage {
  if (months >= report) return 'report'
  if (months >= remind) return 'remind'
  return fen > 0 ? 'late' : 'clear'
}

function openFen({ owedFen, paidFen }: MonthState): number {
  return Math.max(0, owedFen - paidFen)
}

function holds({ from, until }: Pause, month: Month): boolean {
  return from <= `${month}-01` && (until === null || until >= lastDayOf(month))
}

type Seen = MonthState & {
  /** Whether they belonged somewhere, whether a base was fixed, and whether all of it was waived. */
  readonly isMember: boolean
  readonly isFixed: boolean
  readonly isWaived: boolean
}

/** What one square of the table shows. */
export function lightOf({ month, owedFen, paidFen, ...seen }: Seen, today: Month): Light {
  if (owedFen === 0) {
    if (paidFen > 0) return 'ahead'
    if (!seen.isMember || month > today) return 'none'
    if (seen.isWaived) return 'waived'
    return seen.isFixed ? 'none' : 'unknown'
  }
  if (paidFen >= owedFen) return 'paid'
  if (paidFen > 0) return 'part'
  return month < today ? 'late' : 'due'
}
