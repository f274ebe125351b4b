import type { Draft, EntryOf, Output } from '@zhixing/contract'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

type Answer = Output<EntryOf<'outreach.myRounds'>>
export type KeptRound = Answer['rows'][number]
export type KeptStop = KeptRound['stops'][number]
type Sent = Output<EntryOf<'outreach.capture'>>
type Form = Draft<EntryOf<'outreach.capture'>>

/** What was written at a door, and how far it has come on its way to the server. */
export type Kept = Omit<Form, 'photoId' | 'replaces'> & {
  /** Whose it is: another person on the same phone neither sees nor sends it. */
  personId: string
  state: 'waiting' | 'sent' | 'refused' | 'differs'
  /** Grows with every change, so that an answer to an older telling does not end a newer one. */
  change: number
  /** The server has this record already: what is changed from now on replaces it knowingly. */
  isKnown: boolean
  photo: { bytes: ArrayBuffer; type: string } | null
  photoId: string | null
  problem: string
  theirs: Sent['mine'] | null
  visit: Sent['visit'] | null
}

type Owner = { key: 'owner'; personId: string; at: string }

// The library asks for an interface.
// oxlint-disable-next-line typescript/consistent-type-definitions
interface Doors extends DBSchema {
  owner: { key: string; value: Owner }
  rounds: { key: string; value: KeptRound }
  captures: { key: string; value: Kept }
}

let opened: Promise<IDBPDatabase<Doors>> | undefined

function database(): Promise<IDBPDatabase<Doors>> {
  opened ??= openDB<Doors>('zhixing-doors', 1, {
    upgrade(db) {
      db.createObjectStore('owner', { keyPath: 'key' })
      db.createObjectStore('rounds', { keyPath: 'roundId' })
      db.createObjectStore('captures', { keyPath: 'captureId' })
    },
  })
  return opened
}

/** The rounds as the server knows them now; what has ended is gone, and what was sent with it. */
export async function keepRounds({ personId, rows }: Answer, now: Date): Promise<void> {
  const db = await database()
  const change = db.transaction(['owner', 'rounds', 'captures'], 'readwrite')
  const [rounds, captures] = [change.objectStore('rounds'), change.objectStore('captures')]
  await rounds.clear()
  await Promise.all(rows.map((round) => rounds.put(round)))
  await change.objectStore('owner').put({ key: 'owner', personId, at: now.toISOString() })
  const open = new Set(rows.map(({ roundId }) => roundId))
  const done = (await captures.getAll()).filter(
    (one) => one.personId === personId && one.state === 'sent' && !open.has(one.roundId),
  )
  await Promise.all(done.map(({ captureId }) => captures.delete(captureId)))
  await change.done
}

const graceDays = 14

/** What this phone knows without a network, of whoever signed in on it last. */
export async function readKept(today: string) {
  const db = await database()
  const owner = await db.get('owner', 'owner')
  if (!owner) return { personId: null, at: null, rounds: [], captures: [] }
  const last = new Date(Date.parse(today) - graceDays * 86_400_000).toISOString().slice(0, 10)
  const rounds = await db.getAll('rounds')
  // Also where the server was not reached for long: names do not outlive their round.
  const over = rounds.filter(({ until }) => until < last)
  await Promise.all(over.map(({ roundId }) => db.delete('rounds', roundId)))
  const captures = await db.getAll('captures')
  return {
    personId: owner.personId,
    at: owner.at,
    rounds: rounds.filter(({ until }) => until >= last),
    captures: captures.filter(({ personId }) => personId === owner.personId),
  }
}

export async function keepCaptures(captures: readonly Kept[]): Promise<void> {
  const change = (await database()).transaction('captures', 'readwrite')
  await Promise.all(captures.map((one) => change.store.put(one)))
  await change.done
}

/** Of whoever signed in last: what the server does not have, whatever the reason. */
export async function unsentCaptures(): Promise<Kept[]> {
  const db = await database()
  const owner = await db.get('owner', 'owner')
  const all = await db.getAll('captures')
  return all.filter(({ personId, state }) => personId === owner?.personId && state !== 'sent')
}

/** Notes what became of a record, unless it was changed while it was on its way. */
export async function markCapture(
  { captureId, change: told }: Kept,
  outcome: Partial<Kept>,
): Promise<void> {
  const change = (await database()).transaction('captures', 'readwrite')
  const now = await change.store.get(captureId)
  const isNewer = now !== undefined && now.change !== told
  if (now) {
    const { photo, photoId } = now
    const kept = isNewer ? { ...outcome, state: 'waiting' as const, photo, photoId } : outcome
    await change.store.put({ ...now, ...kept })
  }
  await change.done
}

export async function dropCapture(captureId: string): Promise<void> {
  const db = await database()
  await db.delete('captures', captureId)
}

/** Before somebody else looks: all names go; what was not sent stays without them, for whoever wrote it. */
export async function forgetRounds(): Promise<void> {
  if (!('indexedDB' in globalThis)) return
  const db = await database()
  const change = db.transaction(['owner', 'rounds', 'captures'], 'readwrite')
  await change.objectStore('owner').clear()
  await change.objectStore('rounds').clear()
  const captures = change.objectStore('captures')
  const all = await captures.getAll()
  await Promise.all(
    all.map((one) =>
      one.state === 'sent'
        ? captures.delete(one.captureId)
        : captures.put({ ...one, theirs: null, visit: null }),
    ),
  )
  await change.done
}
