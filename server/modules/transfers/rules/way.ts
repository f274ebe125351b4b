import type { pocketKinds, transferStates } from '@zhixing/contract/transfer-words.ts'
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'

export type State = keyof typeof transferStates
export type Pocket = keyof typeof pocketKinds

const after: Readonly<Record<string, State>> = {
  'issue.issue': 'issued',
  'accept.accept': 'inTransit',
  'hand.hand': 'inTransit',
  'handIn.hand': 'inTransit',
  'receive.receive': 'received',
  'slip.slip': 'received',
}

/** Turned away before there was a letter, it was not granted; with one, the letter goes back. */
export function stateAfter(state: State, step: string, outcome: string): State {
  if (outcome === 'refuse') return state === 'draft' ? 'declined' : 'returned'
  return after[`${step}.${outcome}`] ?? state
}

export const running: readonly State[] = ['issued', 'inTransit']
export const open: readonly State[] = ['draft', ...running]

export function isOpen(state: State): boolean {
  return open.includes(state)
}

type Standing = {
  readonly state: State
  readonly step: string
  readonly issuedOn: Day | null
  /** An expired letter that was followed by another is nobody's business any more. */
  readonly isReplaced: boolean
}

const waitsFor: Readonly<Record<string, Pocket>> = {
  handIn: 'notHandedIn',
  hand: 'notHandedOut',
  accept: 'notAccepted',
  slip: 'noSlip',
}

/** 口袋党员: a letter was issued so many days ago, or ran out, and the relationship has arrived nowhere. */
export function pocketOf(
  { state, step, issuedOn, isReplaced }: Standing,
  today: Day,
  days: number,
): Pocket | null {
  if (state === 'expired') return isReplaced ? null : 'expired'
  if (!running.includes(state) || issuedOn === null) return null
  if (daysBetween(issuedOn, today) < days) return null
  return waitsFor[step] ?? 'notReceived'
}

type Wanted = { readonly validDays: number | null; readonly duesPaidTo: Month | null }

/** Why a letter cannot say that. Dues may be paid ahead, but not beyond the year. */
export function refuseLetter({ validDays, duesPaidTo }: Wanted, daysMax: number, today: Day) {
  if (validDays === null || duesPaidTo === null) return { reason: 'transfers.letter' } as const
  if (validDays > daysMax)
    return { reason: 'transfers.validity', words: { 上限: daysMax } } as const
  const last = `${today.slice(0, 4)}-12`
  return duesPaidTo > last
    ? ({ reason: 'transfers.duesAhead', words: { 月份: last } } as const)
    : undefined
}

/** 〔2026〕12号 */
export function numberOf(year: number, serial: number): string {
  return `〔${year}〕${serial}号`
}

/** From where somebody stands: it leaves, it comes, or it stays below them. */
export function wayOf(
  { route, path, partnerPath }: Ends,
  covers: (path: string) => boolean,
): 'out' | 'in' | 'within' {
  if (route === 'in') return 'in'
  if (!covers(path)) return 'in'
  return partnerPath !== null && covers(partnerPath) ? 'within' : 'out'
}

type Ends = {
  readonly route: 'inside' | 'out' | 'in'
  readonly path: string
  readonly partnerPath: string | null
}
