import { openWords, sealWords } from './cipher.ts'
import { database, rangeOf } from './database.ts'
import type { TakenKind } from './database.ts'
import { findOwner, graceDays, meetOwner } from './owner.ts'

type Taken = { id: string; until: string; value: unknown }

/** Takes along what the server has just said, in place of what was taken before; `all` of its kind, or only these. */
export async function take(kind: TakenKind, things: readonly Taken[], all = false): Promise<void> {
  const { accountId, key } = await meetOwner()
  const rows = await Promise.all(
    things.map(async ({ id, until, value }) => {
      return { accountId, kind, id, until, words: await sealWords(key, value) }
    }),
  )
  const db = await database()
  const change = db.transaction('taken', 'readwrite')
  if (all) await change.store.delete(rangeOf(accountId, kind))
  await Promise.all(rows.map((row) => change.store.put(row)))
  await change.done
}

/** What is here of a kind; also where the server was not reached for long, names do not outlive their time. */
export async function readTaken<Value>(kind: TakenKind): Promise<Value[]> {
  const owner = await findOwner()
  if (!owner) return []
  const db = await database()
  const last = new Date(Date.now() - graceDays * 86_400_000).toISOString().slice(0, 10)
  const rows = await db.getAll('taken', rangeOf(owner.accountId, kind))
  const over = rows.filter(({ until }) => until < last)
  await Promise.all(over.map(({ id }) => db.delete('taken', [owner.accountId, kind, id])))
  const opened = await Promise.all(
    rows
      .filter(({ until }) => until >= last)
      .map(({ words }) => openWords<Value>(owner.key, words)),
  )
  return opened.filter((one) => one !== undefined)
}

export async function findTaken<Value>(kind: TakenKind, id: string): Promise<Value | undefined> {
  const owner = await findOwner()
  if (!owner) return undefined
  const db = await database()
  const row = await db.get('taken', [owner.accountId, kind, id])
  return row && openWords<Value>(owner.key, row.words)
}

export async function leaveBehind(kind: TakenKind, id: string): Promise<void> {
  const owner = await findOwner()
  if (!owner) return
  const db = await database()
  await db.delete('taken', [owner.accountId, kind, id])
}
