import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Sealed } from './cipher.ts'

/** What waits to be sent: a visit at a door, a roll, minutes, a photo of a meeting. */
export type WaitingKind = 'visit' | 'roll' | 'minutes' | 'photo'
/** What was taken along to be read and worked on: a round of visits, a meeting. */
export type TakenKind = 'round' | 'meeting'

export type WaitingState = 'waiting' | 'sent' | 'refused' | 'differs'

/** Whoever signed in here last, with the key to what is theirs; gone when they leave. */
type Owner = { id: 'owner'; accountId: string; key: CryptoKey; metAt: string }
type Device = { id: 'device'; deviceId: string }

export type WaitingRow = {
  accountId: string
  kind: WaitingKind
  id: string
  state: WaitingState
  /** Grows with every change by its author, so that an answer to an older telling does not end a newer one. */
  change: number
  at: string
  words: Sealed
  photo: Sealed | null
}

export type TakenRow = {
  accountId: string
  kind: TakenKind
  id: string
  /** Names do not outlive what they were taken along for. */
  until: string
  words: Sealed
}

// The library asks for an interface.
// oxlint-disable-next-line typescript/consistent-type-definitions
interface Kept extends DBSchema {
  device: { key: string; value: Owner | Device }
  waiting: { key: [string, string, string]; value: WaitingRow }
  taken: { key: [string, string, string]; value: TakenRow }
}

let opened: Promise<IDBPDatabase<Kept>> | undefined

export function database(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('zhixing-offline', 1, {
    upgrade(db) {
      db.createObjectStore('device', { keyPath: 'id' })
      db.createObjectStore('waiting', { keyPath: ['accountId', 'kind', 'id'] })
      db.createObjectStore('taken', { keyPath: ['accountId', 'kind', 'id'] })
    },
  })
  return opened
}

/** All that is kept for one account, or one kind of it. */
export function rangeOf(accountId: string, kind?: WaitingKind | TakenKind): IDBKeyRange {
  return kind
    ? IDBKeyRange.bound([accountId, kind], [accountId, kind, []])
    : IDBKeyRange.bound([accountId], [accountId, []])
}

let turn: Promise<unknown> = Promise.resolve()

/** One change at a time, over all windows where the browser can: reading, sealing and writing do not fit in one transaction. */
export function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  if ('locks' in navigator) return navigator.locks.request('zhixing-offline', work)
  const done = turn.then(work)
  turn = done.catch(() => undefined)
  return done
}
