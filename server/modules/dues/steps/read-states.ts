import { dayOf, lastDayOf, monthOf, yearOf } from '../../../kernel/calendar.ts'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { objectOf } from '../../../kernel/object-of.ts'
import { commonPath } from '../../../kernel/reach.ts'
import { excuseSpanOf } from '../../members/index.ts'
import { rulesBelow } from '../../rules/index.ts'
import type { MonthState } from '../rules/allocation.ts'
import { amountKeys } from '../rules/amount.ts'
import type { AmountValues } from '../rules/amount.ts'
import { arrearsOf } from '../rules/arrears.ts'
import { askedFor } from '../rules/assessment.ts'
import { monthsBetween } from '../rules/months.ts'
import { findLive } from '../store/entries.ts'
import type { Entry } from '../store/entries.ts'
import { findFacts, findPaths } from '../store/people.ts'
import type { Facts } from '../store/people.ts'

type Some = { readonly unitId: string; readonly memberIds: readonly string[]; readonly now: Date }

const clockKeys = ['dues.arrears.remind', 'dues.arrears.report', 'dues.backpay.max'] as const

/** Everything that decides what some people owe: facts, entries that count, and the rules of their branches. */
export async function readStates(db: Reader, { now, ...some }: Some) {
  const today = monthOf(dayOf(now))
  const facts = await findFacts(db, some)
  const live = Map.groupBy(await findLive(db, some), ({ memberId }) => memberId ?? '')
  const ids = [...facts.values()].flatMap(({ member }) => [
    member.organizationId,
    ...member.stays.map(({ organizationId }) => organizationId),
  ])
  const paths = await findPaths(db, [...new Set(ids)])
  const below = commonPath([...paths.values()])
  const rulesOf = await rulesBelow(db, [...amountKeys, ...clockKeys], below)
  const rulesAt = (organizationId: string, month: Month) =>
    rulesOf({ path: paths.get(organizationId) ?? below, day: lastDayOf(month) })
  const rates = (organizationId: string, month: Month): AmountValues => {
    const rules = rulesAt(organizationId, month)
    return objectOf(amountKeys.map((key) => [key, rules[key].value] as const))
  }
  return { today, facts, live, rulesAt, rates }
}

export type States = Awaited<ReturnType<typeof readStates>>

/** Month by month what is asked and what came in, from the entries that count. */
export function statesOf(entries: readonly Entry[]): MonthState[] {
  const months = Map.groupBy(
    entries.filter(({ fund }) => fund === 'monthly'),
    ({ month }) => month ?? '',
  )
  return [...months].map(([month, rows]) => ({
    month,
    owedFen: sumOf(rows, 'owed'),
    paidFen: sumOf(rows, 'paid'),
  }))
}

function sumOf(rows: readonly Entry[], kind: Entry['kind']): number {
  return rows.filter((row) => row.kind === kind).reduce((sum, { fen }) => sum + fen, 0)
}

/** The same, with what the rest of this year will ask: so far one may pay ahead. */
export function statesAhead({ today, rates }: States, facts: Facts, entries: readonly Entry[]) {
  const known = new Map(statesOf(entries).map((state) => [state.month, state]))
  const until = `${yearOf(`${today}-01`)}-12`
  for (const month of monthsBetween(today, until)) {
    const state = known.get(month)
    const owedFen = state?.owedFen || (askedFor(facts, month, rates)?.fen ?? 0)
    known.set(month, { month, owedFen, paidFen: state?.paidFen ?? 0 })
  }
  return [...known.values()]
}

/** For how long somebody has not paid, by the rules of the branch. */
export function standingOf({ today, rulesAt }: States, facts: Facts, entries: readonly Entry[]) {
  const rules = rulesAt(facts.member.organizationId, today)
  return arrearsOf(statesOf(entries), {
    today,
    pauses: facts.pauses.flatMap((excuse) => excuseSpanOf(excuse) ?? []),
    clock: {
      remind: rules['dues.arrears.remind'].value,
      report: rules['dues.arrears.report'].value,
    },
  })
}
