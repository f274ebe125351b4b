import { openWords, seal, sealWords, unseal } from './cipher.ts'
import { alone, database, rangeOf } from './database.ts'
import type { WaitingKind, WaitingRow, WaitingState } from './database.ts'
import { findOwner, meetOwner } from './owner.ts'
import type { Owner } from './owner.ts'

export type Photo = { bytes: ArrayBuffer; type: string }

/** One thing that somebody wrote here, under an id made here, and how far it has come on its way to the server. */
export type Waiting<Words> = {
  kind: WaitingKind
  id: string
  state: WaitingState
  change: number
  at: string
  words: Words
  photo: Photo | null
}

/** What is to become of it; `photo: null` where it has arrived. What is `known` holds of a newer telling as well. */
export type Outcome<Words> = Partial<Pick<Waiting<Words>, 'state' | 'words' | 'photo'>> & {
  known?: Partial<Words>
}

type Told = { kind: WaitingKind; id: string }

export async function readWaiting<Words>(kind: WaitingKind): Promise<Waiting<Words>[]> {
  const owner = await findOwner()
  if (!owner) return []
  const db = await database()
  const rows = await db.getAll('waiting', rangeOf(owner.accountId, kind))
  const opened = await Promise.all(rows.map((row) => open<Words>(owner, row)))
  return opened.filter((one) => one !== undefined)
}

type Listed = Pick<WaitingRow, 'kind' | 'id' | 'state' | 'change' | 'at'>

/** Everything of whoever is here, of all kinds, oldest first, without its words. */
export async function listWaiting(): Promise<Listed[]> {
  const owner = await findOwner()
  if (!owner) return []
  const db = await database()
  const rows = await db.getAll('waiting', rangeOf(owner.accountId))
  return (
    rows
      .map(({ kind, id, state, change, at }) => ({ kind, id, state, change, at }))
      // The phones that our visitors have do not all know of a sorted copy.
      // oxlint-disable-next-line unicorn/no-array-sort
      .sort((one, other) => (one.at < other.at ? -1 : 1))
  )
}

export async function findWaiting<Words>({ kind, id }: Told) {
  const owner = await findOwner()
  if (!owner) return undefined
  const db = await database()
  const row = await db.get('waiting', [owner.accountId, kind, id])
  return row && open<Words>(owner, row)
}

/**
 * Says what is written from now on, from what was: `undefined` where there was nothing, or nothing is to be. Its author
 * waits for this alone; the server is not asked.
 */
export async function rewrite<Words>(
  told: Told,
  next: (before: Waiting<Words> | undefined) => Omit<Waiting<Words>, 'kind' | 'id' | 'change'>,
): Promise<void> {
  await alone(async () => {
    const owner = (await findOwner()) ?? (await meetOwner())
    const db = await database()
    const row = await db.get('waiting', [owner.accountId, told.kind, told.id])
    const before = row && (await open<Words>(owner, row))
    const after = { ...next(before), ...told, change: (row?.change ?? 0) + 1 }
    await db.put('waiting', await close(owner, after))
  })
  changed()
}

/** Notes what became of it, unless its author changed it while it was on its way: then it waits again. */
export async function settle<Words>(
  { kind, id, change: told }: Waiting<Words>,
  { known = {}, ...outcome }: Outcome<Words>,
): Promise<void> {
  await alone(async () => {
    const owner = await findOwner()
    if (!owner) return
    const db = await database()
    const row = await db.get('waiting', [owner.accountId, kind, id])
    const now = row && (await open<Words>(owner, row))
    if (!now) return
    const settled = now.change === told ? { ...now, ...outcome } : now
    const words = { ...settled.words, ...known }
    await db.put('waiting', await close(owner, { ...settled, words }))
  })
  changed()
}

export async function drop({ kind, id }: Told): Promise<void> {
  await alone(async () => {
    const owner = await findOwner()
    if (!owner) return
    const db = await database()
    await db.delete('waiting', [owner.accountId, kind, id])
  })
  changed()
}

async function open<Words>(
  { key }: Owner,
  { kind, id, state, change, at, words: sealed, photo }: WaitingRow,
): Promise<Waiting<Words> | undefined> {
  const told = await openWords<{ words: Words; type: string }>(key, sealed)
  if (!told) return undefined
  const { words, type } = told
  const opened = photo && { bytes: await unseal(key, photo), type }
  return { kind, id, state, change, at, words, photo: opened }
}

async function close<Words>(
  { accountId, key }: Owner,
  { words, photo, ...row }: Waiting<Words>,
): Promise<WaitingRow> {
  const type = photo?.type ?? ''
  const sealed = await sealWords(key, { words, type })
  return { ...row, accountId, words: sealed, photo: photo && (await seal(key, photo.bytes)) }
}

const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

/** Tells whoever shows it that something on this phone has changed. */
export function onWaiting(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
