import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Words } from '../../../kernel/problem.ts'
import type { Reason } from '@zhixing/contract'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import { allocate, openMonths } from '../rules/allocation.ts'
import type { MonthState, Part } from '../rules/allocation.ts'
import { baseAt } from '../rules/assessment.ts'
import { sayFen } from '../rules/remittance.ts'
import { keepEntries, keepPayments } from '../store/entries.ts'
import type { By, NewEntry } from '../store/entries.ts'
import { readStates, statesAhead } from './read-states.ts'

/** Money for one member, as a form or a line of a statement brings it. */
export type Money = {
  readonly memberId: string
  readonly identity: string
  readonly paidOn: string
  readonly fen: number
  readonly way: 'cash' | 'transfer' | 'wechat' | 'bank'
  readonly fund: 'monthly' | 'special'
  readonly text: string
}

type Unfit = { readonly refusal: { readonly reason: Reason; readonly words: Words } }

type Outcome =
  | { readonly paymentId: string; readonly months: readonly string[] }
  | Unfit
  /** Somebody was faster with the same line. */
  | 'known'

type Ask = {
  readonly unitId: string
  readonly monies: readonly Money[]
  readonly statementId?: string
  readonly by: By
}

/**
 * Posts money of people whose rows are held and whose ledger is settled, one after the other, so that two payments of
 * one member fill one month after the other. What does not fit is refused and nothing of it kept.
 */
export async function receive(tx: Db, { unitId, monies, statementId, by }: Ask) {
  const memberIds = [...new Set(monies.map(({ memberId }) => memberId))]
  const states = await readStates(tx, { unitId, memberIds, now: by.at })
  const { today, facts, live, rulesAt } = states
  const ahead = new Map<string, MonthState[]>(
    [...facts].map(([id, one]) => {
      const backMax = rulesAt(one.member.organizationId, today)['dues.backpay.max'].value
      const all = statesAhead(states, one, live.get(id) ?? [])
      return [id, openMonths(all, { today, backMax })]
    }),
  )
  const judged = monies.map((money): Fitting | Unfit => {
    const one = facts.get(money.memberId)
    if (!one) throw new Error('money for somebody who was not read')
    const { name, organizationId } = one.person
    const paymentId = newId()
    if (money.fund === 'special') {
      const parts = [{ month: monthOf(money.paidOn), fen: money.fen }]
      return { money, organizationId, paymentId, parts }
    }
    const open = ahead.get(money.memberId) ?? []
    const { parts, restFen } = allocate(money.fen, open)
    if (restFen > 0) {
      const hasBase = baseAt(one.bases, today) !== undefined
      return { refusal: refuse({ name, today, hasBase }, open, restFen) }
    }
    ahead.set(
      money.memberId,
      open.map((state) => filled(state, parts)),
    )
    return { money, organizationId, paymentId, parts }
  })
  const fitting = judged.flatMap((one) => ('refusal' in one ? [] : [one]))
  const kept = await keepPayments(
    tx,
    fitting.map(({ money, paymentId, organizationId }) => ({
      ...money,
      ...by,
      id: paymentId,
      unitId,
      organizationId,
      statementId: statementId ?? null,
    })),
  )
  await keepEntries(
    tx,
    fitting
      .filter(({ paymentId }) => kept.has(paymentId))
      .flatMap((one) => entriesOf(one, { unitId, by })),
  )
  return judged.map((one): Outcome => {
    if ('refusal' in one) return one
    const { paymentId, parts } = one
    return kept.has(paymentId) ? { paymentId, months: parts.map(({ month }) => month) } : 'known'
  })
}

type Fitting = {
  readonly money: Money
  readonly organizationId: string
  readonly paymentId: string
  readonly parts: readonly Part[]
}

function entriesOf(
  { money, organizationId, paymentId, parts }: Fitting,
  { unitId, by }: { readonly unitId: string; readonly by: By },
): NewEntry[] {
  return parts.map(({ month, fen }) => ({
    ...by,
    id: newId(),
    unitId,
    organizationId,
    memberId: money.memberId,
    kind: 'paid',
    fund: money.fund,
    month,
    period: monthOf(dayOf(by.at)),
    fen,
    sourceId: paymentId,
    subject: money.way,
    text: money.text,
    clause: '',
    key: `paid:${paymentId}:${month}`,
  }))
}

function filled(state: MonthState, parts: readonly Part[]): MonthState {
  const part = parts.find(({ month }) => month === state.month)
  return part ? { ...state, paidFen: state.paidFen + part.fen } : state
}

function refuse(
  { name, today, hasBase }: { name: string; today: string; hasBase: boolean },
  open: readonly MonthState[],
  restFen: number,
): { reason: Reason; words: Words } {
  if (!hasBase) return { reason: 'dues.noBase', words: { 姓名: name, 年: today.slice(0, 4) } }
  const owed = open.reduce((sum, one) => sum + Math.max(0, one.owedFen - one.paidFen), 0)
  if (owed === 0) return { reason: 'dues.nothingOwed', words: { 姓名: name } }
  const last =
    open
      .map(({ month }) => month)
      .toSorted()
      .at(-1) ?? today
  return {
    reason: 'dues.tooMuch',
    words: { 姓名: name, 月份: last, 应交: sayFen(owed), 多出: sayFen(restFen) },
  }
}
