import type { Draft, EntryOf, Output } from '@zhixing/contract'
import { findOwner } from '../offline/owner.ts'
import { readTaken, take } from '../offline/taken.ts'
import { drop, readWaiting, rewrite } from '../offline/waiting.ts'
import type { Photo, Waiting } from '../offline/waiting.ts'
import type { WaitingState } from '../offline/database.ts'

type Answer = Output<EntryOf<'outreach.myRounds'>>
export type KeptRound = Answer['rows'][number]
export type KeptStop = KeptRound['stops'][number]
type Sent = Output<EntryOf<'outreach.capture'>>
type Form = Draft<EntryOf<'outreach.capture'>>

/** What was written at a door. */
export type VisitWords = Omit<Form, 'photoId' | 'replaces'> & {
  /** The server has this record already: what is changed from now on replaces it knowingly. */
  isKnown: boolean
  photoId: string | null
  problem: string
  theirs: Sent['mine'] | null
  visit: Sent['visit'] | null
}

/** … and how far it has come on its way to the server. */
export type Kept = VisitWords & { state: WaitingState; photo: Photo | null }

/** The rounds as the server knows them now; what has ended is gone, and what was sent with it. */
export async function keepRounds({ rows }: Answer): Promise<void> {
  const things = rows.map((round) => ({ id: round.roundId, until: round.until, value: round }))
  await take('round', things, true)
  const open = new Set(rows.map(({ roundId }) => roundId))
  const waiting = await readWaiting<VisitWords>('visit')
  const done = waiting.filter(({ state, words }) => state === 'sent' && !open.has(words.roundId))
  await Promise.all(done.map(drop))
}

/** What this phone knows without a network, of whoever signed in on it last. */
export async function readKept() {
  const hasOwner = (await findOwner()) !== undefined
  const rounds = await readTaken<KeptRound>('round')
  const captures = (await readWaiting<VisitWords>('visit')).map(keptOf)
  return { hasOwner, rounds, captures }
}

function keptOf({ words, state, photo }: Waiting<VisitWords>): Kept {
  return { ...words, state, photo }
}

export async function keepCaptures(captures: readonly Kept[]): Promise<void> {
  await Promise.all(
    captures.map(({ state, photo, ...words }) =>
      rewrite<VisitWords>({ kind: 'visit', id: words.captureId }, (before) => {
        const at = before?.at ?? new Date().toISOString()
        return { state, photo, words, at }
      }),
    ),
  )
}

export async function dropCapture(captureId: string): Promise<void> {
  await drop({ kind: 'visit', id: captureId })
}
