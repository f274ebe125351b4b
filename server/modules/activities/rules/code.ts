import { refused } from './refused.ts'
import type { Refused } from './refused.ts'

/** How the code on the wall lives: new every `renew` seconds, good for `valid`, and `finish` to complete. */
export type CodeTimes = { readonly renew: number; readonly valid: number; readonly finish: number }

export type CodeFacts = {
  readonly unitId: string
  readonly activityId: string
  readonly slot: number
}
export type TicketFacts = {
  readonly unitId: string
  readonly activityId: string
  /** Seconds since 1970. */
  readonly until: number
}

export function slotOf(now: Date, { renew }: Pick<CodeTimes, 'renew'>): number {
  return Math.floor(now.getTime() / 1000 / renew)
}

export function slotStart(slot: number, { renew }: Pick<CodeTimes, 'renew'>): Date {
  return new Date(slot * renew * 1000)
}

/** Why a code that was shown in its slot is not taken any more, or not yet. */
export function refuseSlot(slot: number, now: Date, times: CodeTimes): Refused | undefined {
  const age = now.getTime() / 1000 - slot * times.renew
  if (age < 0) return refused('activities.codeBroken')
  return age >= times.valid ? refused('activities.codeExpired') : undefined
}

/** What is signed, so that a code of one meeting is no code of another. */
export function codeText({ unitId, activityId, slot }: CodeFacts): string {
  return `code:${unitId}:${activityId}:${slot}`
}

/** Bound to one browser by the digest of what only that browser holds. */
export function ticketText({ unitId, activityId, until }: TicketFacts, device: string): string {
  return `ticket:${unitId}:${activityId}:${until}:${device}`
}

/** Ids are written short, because the code has to be read by a camera across a hall. */
export function writeCode({ unitId, activityId, slot }: CodeFacts, signature: string): string {
  return [shorten(unitId), shorten(activityId), slot.toString(36), signature.slice(0, 16)].join('.')
}

export function readCode(code: string): (CodeFacts & { signature: string }) | undefined {
  const parts = readParts(code)
  return parts && { ...parts.ids, slot: parts.number, signature: parts.signature }
}

export function writeTicket({ unitId, activityId, until }: TicketFacts, signature: string): string {
  return [shorten(unitId), shorten(activityId), until.toString(36), signature].join('.')
}

export function readTicket(ticket: string): (TicketFacts & { signature: string }) | undefined {
  const parts = readParts(ticket)
  return parts && { ...parts.ids, until: parts.number, signature: parts.signature }
}

function readParts(text: string) {
  const [unit = '', activity = '', number = '', signature = '', ...rest] = text.split('.')
  const [unitId, activityId] = [lengthen(unit), lengthen(activity)]
  const isNumber = /^[0-9a-z]{1,10}$/.test(number)
  return unitId && activityId && isNumber && signature !== '' && rest.length === 0
    ? { ids: { unitId, activityId }, number: Number.parseInt(number, 36), signature }
    : undefined
}

function shorten(id: string): string {
  const bytes = id.replaceAll('-', '').match(/../g) ?? []
  return btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))
    .replaceAll('=', '')
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Written out by hand: a hall that signs in does this for everybody. */
function lengthen(text: string): string | undefined {
  if (!/^[\w-]{22}$/.test(text)) return undefined
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  let id = ''
  for (let at = 0; at < bytes.length; at += 1) {
    if (at === 4 || at === 6 || at === 8 || at === 10) id += '-'
    id += hexOf[bytes.charCodeAt(at)]
  }
  return id
}

/** Why nobody may sign in now, or nothing if they may. */
export function refuseSignIn(
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
  { opensBefore, closesAfter }: { readonly opensBefore: number; readonly closesAfter: number },
): 'early' | 'over' | undefined {
  if (now.getTime() < startsAt.getTime() - opensBefore * 60_000) return 'early'
  return now.getTime() >= endsAt.getTime() + closesAfter * 60_000 ? 'over' : undefined
}
