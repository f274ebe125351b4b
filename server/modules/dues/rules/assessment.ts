import type { Month } from '../../../kernel/calendar.ts'
import { monthlyDues } from './amount.ts'
import type { AmountValues, Category } from './amount.ts'
import { branchOf } from './months.ts'
import type { Membership } from './months.ts'

export type BaseRow = {
  readonly id: string
  readonly year: number
  readonly from: Month
  readonly category: Category
  readonly baseFen: number
  readonly at: Date
}

export type Relief = {
  readonly from: Month
  readonly until: Month
  readonly monthlyFen: number
  readonly state: 'asked' | 'approved' | 'refused'
}

/** The last word about a month of its year; nothing where nobody has fixed it. */
export function baseAt(bases: readonly BaseRow[], month: Month): BaseRow | undefined {
  return bases
    .filter(({ year, from }) => year === Number(month.slice(0, 4)) && from <= month)
    .toSorted(
      (one, other) =>
        other.at.getTime() - one.at.getTime() ||
        other.from.localeCompare(one.from) ||
        other.id.localeCompare(one.id),
    )[0]
}

export function reliefAt(reliefs: readonly Relief[], month: Month): Relief | undefined {
  return reliefs.find(
    ({ from, until, state }) => state === 'approved' && from <= month && month <= until,
  )
}

type Facts = {
  readonly member: Membership
  readonly bases: readonly BaseRow[]
  readonly reliefs: readonly Relief[]
}

type Rates = (organizationId: string, month: Month) => AmountValues

/** What is asked of somebody for one month, by which rule and to which branch. */
export type Asked = {
  readonly month: Month
  readonly organizationId: string
  readonly fen: number
  readonly ruleKey: string
}

/** Months that cost nothing are not asked for; a relief never makes anything dearer. */
export function askedFor({ member, bases, reliefs }: Facts, month: Month, rates: Rates) {
  const organizationId = branchOf(member, month)
  const base = baseAt(bases, month)
  if (!organizationId || !base) return undefined
  const { fen: full, ruleKey } = monthlyDues(base, rates(organizationId, month))
  const relief = reliefAt(reliefs, month)
  const fen = relief ? Math.min(full, relief.monthlyFen) : full
  return {
    month,
    organizationId,
    fen,
    ruleKey: relief && relief.monthlyFen < full ? 'hardship' : ruleKey,
  }
}

type Live = { readonly month: Month | null; readonly organizationId: string; readonly fen: number }

/** What has to be taken back and what posted anew, so that the ledger says what is asked now. */
export function differencesOf<L extends Live>(live: readonly L[], asked: readonly Asked[]) {
  const isSame = (one: Live, other: Live) =>
    one.month === other.month &&
    one.organizationId === other.organizationId &&
    one.fen === other.fen
  const wanted = asked.filter(({ fen }) => fen > 0)
  return {
    wrong: live.filter((one) => !wanted.some((other) => isSame(one, other))),
    missing: wanted.filter((one) => !live.some((other) => isSame(one, other))),
  }
}
