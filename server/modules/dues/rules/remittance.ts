import { addMonths, lastDayOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { duesFunds, duesKinds } from '@zhixing/contract/dues-words.ts'
import { monthsOfQuarter } from './months.ts'

export type Total = {
  readonly period: Month
  readonly kind: keyof typeof duesKinds
  readonly fund: keyof typeof duesFunds
  readonly fen: number
}

/** What comes in and what goes out; what is owed has not come yet. */
const signs: Readonly<Record<Total['kind'], -1 | 0 | 1>> = {
  owed: 0,
  paid: 1,
  received: 1,
  returnedIn: 1,
  sent: -1,
  returnedOut: -1,
  spent: -1,
}

export function balanceOf(totals: readonly Total[]): number {
  return totals.reduce((sum, { kind, fen }) => sum + signs[kind] * fen, 0)
}

export function sumOf(totals: readonly Total[], kind: Total['kind']): number {
  return totals.filter((one) => one.kind === kind).reduce((sum, { fen }) => sum + fen, 0)
}

/** What came in during a quarter, and what of it goes up: a share of the dues, all of the special ones. */
export function remittanceOf(totals: readonly Total[], quarter: string, percent: number) {
  const months: readonly Month[] = monthsOfQuarter(quarter)
  const came = totals.filter(
    ({ period, kind }) => months.includes(period) && (kind === 'paid' || kind === 'received'),
  )
  const of = (fund: Total['fund']) =>
    came.filter((one) => one.fund === fund).reduce((sum, { fen }) => sum + fen, 0)
  const [basisFen, specialFen] = [of('monthly'), of('special')]
  const shareFen = Math.max(0, Math.floor((2 * basisFen * percent + 100) / 200))
  return { basisFen, specialFen, shareFen, dueFen: shareFen + Math.max(0, specialFen) }
}

/** The last day of a quarter: what was asked of it then is asked of it whenever it is sent. */
export function lastDayOfQuarter(quarter: string): Day {
  return lastDayOf(monthsOfQuarter(quarter)[2])
}

/** The day from which a quarter's books no longer move. */
export function closedFrom(quarter: string): Day {
  return addMonths(`${monthsOfQuarter(quarter)[2]}-01`, 1)
}

export function sayFen(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.abs(fen)
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}
