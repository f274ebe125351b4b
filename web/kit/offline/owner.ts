import { command } from '../api.ts'
import { newId } from '../new-id.ts'
import { importKey } from './cipher.ts'
import { database, rangeOf } from './database.ts'

export type Owner = { accountId: string; key: CryptoKey }

/** So long the phone goes without meeting the server before it forgets names and key. */
export const graceDays = 14
const dayMs = 86_400_000
/** A network that is almost gone does not keep anybody waiting who has the key already. */
const patienceMs = 4000

let met: Promise<Owner> | undefined
let isTired = false

/** Without https the browser keeps no key, and opens no page without a network either. */
export function canKeep(): boolean {
  return 'indexedDB' in globalThis && 'subtle' in crypto
}

/** Who is signed in, by the server's word; asked once while the page is open. */
export function meetOwner(): Promise<Owner> {
  met ??= askForKey().catch((error: unknown) => {
    met = undefined
    throw error
  })
  return met
}

async function askForKey(): Promise<Owner> {
  if (!canKeep()) throw new Error('手机没有存下：离线存放要用 https 网址打开，请联系管理员')
  const db = await database()
  const known = await db.get('device', 'device')
  const deviceId = known?.id === 'device' ? known.deviceId : newId()
  await db.put('device', { id: 'device', deviceId })
  const { accountId, key: text } = await command('accounts.offlineKey', { deviceId })
  const key = await importKey(text)
  const before = await db.get('device', 'owner')
  if (before?.id === 'owner' && before.accountId !== accountId) await forgetNames(before.accountId)
  // A browser that is short of space asks before it throws this away, where it knows how to.
  void navigator.storage?.persist().catch(() => false)
  // So that a phone that keeps nothing is not asked about it each time it is opened.
  localStorage.setItem('zhixing.kept', '1')
  await db.put('device', { id: 'owner', accountId, key, metAt: new Date().toISOString() })
  return { accountId, key }
}

/** Whose phone this is for now: the server's word, or without a network whoever was here last, and not too long ago. */
export async function findOwner(): Promise<Owner | undefined> {
  if (!canKeep()) return undefined
  const last = await lastOwner()
  if (!last) return meetOwner().catch(() => undefined)
  const meeting = meetOwner().catch(() => last)
  if (isTired || !navigator.onLine) return last
  const patience = new Promise<Owner>((resolve) => {
    setTimeout(() => {
      isTired = true
      resolve(last)
    }, patienceMs)
  })
  return Promise.race([meeting, patience])
}

async function lastOwner(): Promise<Owner | undefined> {
  const db = await database()
  const owner = await db.get('device', 'owner')
  if (owner?.id !== 'owner') return undefined
  if (Date.parse(owner.metAt) > Date.now() - graceDays * dayMs) return owner
  await forgetNames(owner.accountId)
  await db.delete('device', 'owner')
  return undefined
}

/** Before somebody else looks: the key goes, and what was taken along; what was not sent stays, and cannot be read. */
export async function forgetOwner(): Promise<void> {
  met = undefined
  if (!canKeep()) return
  const db = await database()
  const owner = await db.get('device', 'owner')
  await db.delete('device', 'owner')
  if (owner?.id === 'owner') await forgetNames(owner.accountId)
}

async function forgetNames(accountId: string): Promise<void> {
  const db = await database()
  const change = db.transaction(['taken', 'waiting'], 'readwrite')
  await change.objectStore('taken').clear()
  const waiting = change.objectStore('waiting')
  const sent = (await waiting.getAll(rangeOf(accountId))).filter(({ state }) => state === 'sent')
  await Promise.all(sent.map(({ kind, id }) => waiting.delete([accountId, kind, id])))
  await change.done
}
