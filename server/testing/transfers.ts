import { decide } from '../modules/transfers/acts/decide.ts'
import { noon } from './world.ts'
import type { Person } from './world.ts'

export type TransferKey = { readonly unitId: string; readonly transferId: string }

/** One step of a transfer: "accept.refuse". */
export function takeStep(by: Person, transfer: TransferKey, what: string, more: object = {}) {
  const [step = '', outcome = ''] = what.split('.')
  const nothing = { reason: '', validDays: null, duesPaidTo: null, papers: [] }
  return decide(by, { ...transfer, ...nothing, step, outcome, ...more })
}

/** The same person so many days later. */
export function later(person: Person, days: number): Person {
  return { ...person, now: () => new Date(noon.getTime() + days * 86_400_000) }
}

export const monthLetter = { validDays: 30, duesPaidTo: '2026-05' }

/** What somebody wishes who goes to a branch of the platform. */
export function goingTo(organizationId: string) {
  const destination = { organizationId, outside: '', contact: '' }
  return { destination, reason: 'work' as const, note: '' }
}
