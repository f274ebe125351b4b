import { Refused, isSignedOut } from '../api.ts'
import type { WaitingKind } from './database.ts'
import { meetOwner } from './owner.ts'
import { drop, findWaiting, listWaiting, settle } from './waiting.ts'
import type { Outcome, Waiting } from './waiting.ts'

/** How many went out, how many did not, and why. */
export type Sending = { sent: number; left: number; stopped: string }

/** Sends one thing; `done` where nothing of it has to stay here. A refusal is thrown, and stands beside it in words. */
type Sender = (one: Waiting<never>) => Promise<Outcome<object> | 'done'>

/** Each kind is told in its own way; its code is fetched when there is something of it. */
const senders: Record<WaitingKind, () => Promise<Sender>> = {
  visit: async () => (await import('../outreach/send.ts')).sendVisit,
  roll: async () => (await import('../roll/send.ts')).sendRoll,
  minutes: async () => (await import('../roll/send-minutes.ts')).sendMinutes,
  photo: async () => (await import('../roll/send-photo.ts')).sendPhoto,
}

let running: Promise<Sending> | undefined
let untold = 0

/** Sends all that waits, oldest first; what is on its way already is not sent a second time from here. */
export function sendWaiting(): Promise<Sending> {
  running ??= sendAll().finally(() => {
    running = undefined
  })
  return running
}

/** How many went out that nobody has been told of yet. */
export function takeUntold(): number {
  const count = untold
  untold = 0
  return count
}

/** Each is an act of its own: whatever becomes of one, the others stand; a killed page begins again. */
async function sendAll(): Promise<Sending> {
  let sent = 0
  const tried = new Set<string>()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const waiting = (await listWaiting()).filter(({ state }) => state === 'waiting')
    const next = waiting.find(({ kind, id, change }) => !tried.has(`${kind}:${id}:${change}`))
    if (!next) return { sent, left: waiting.length, stopped: '' }
    tried.add(`${next.kind}:${next.id}:${next.change}`)
    // One after the other: a photo may be large, and the line is weak.
    // oxlint-disable-next-line no-await-in-loop
    const { stopped, isSent } = await sendOne(next)
    if (stopped) return { sent, left: waiting.length, stopped }
    sent += isSent ? 1 : 0
    untold += isSent ? 1 : 0
  }
}

type Told = { kind: WaitingKind; id: string }
const stays = { stopped: '', isSent: false }

/** `stopped` where there was no answer, and why: then the rest waits as well. */
async function sendOne(told: Told): Promise<{ stopped: string; isSent: boolean }> {
  const one = await findWaiting<never>(told)
  if (!one) return stays
  try {
    // Whoever is signed in has to be known before anything is sent in their name.
    await meetOwner()
    const send = await senders[told.kind]()
    const outcome = await send(one)
    if (outcome === 'done') await dropSame(one)
    else await settle<object>(one, outcome)
    return { stopped: '', isSent: outcome === 'done' || outcome.state === 'sent' }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (!(error instanceof Refused)) return { stopped: problem, isSent: false }
    if (isSignedOut(error)) return { stopped: expired, isSent: false }
    if (error.status >= 500 || error.status === 429) return { stopped: problem, isSent: false }
    const { words }: Waiting<object> = one
    await settle<object>(one, { state: 'refused', words: { ...words, problem } })
    return stays
  }
}

const expired = '登录已过期，请重新登录再上交；记录还在这部手机里'

/** Its author may have gone on writing meanwhile. */
async function dropSame({ kind, id, change }: Waiting<never>): Promise<void> {
  const now = await findWaiting({ kind, id })
  if (now?.change === change) await drop({ kind, id })
}
