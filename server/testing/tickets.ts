import { digestOf } from '../kernel/token.ts'
import { ticketText, writeTicket } from '../modules/activities/rules/code.ts'
import type { ActivityKey } from '../modules/activities/store/activities.ts'
import { noon, vault, visit } from './world.ts'

/** What the phone of a test holds five minutes long after it scanned the code, without the scanning. */
export function ticketFor(key: ActivityKey, now: Date = noon): { ticket: string } {
  const facts = { ...key, until: Math.floor(now.getTime() / 1000) + 300 }
  const text = ticketText(facts, digestOf(visit.device ?? ''))
  return { ticket: writeTicket(facts, vault.sign(text)) }
}
