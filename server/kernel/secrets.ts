import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { text } from 'drizzle-orm/pg-core'
import type { Db } from './db.ts'
import { idOf } from './ids.ts'
import { sharedTable } from './tables.ts'
import type { Vault } from './vault.ts'

/**
 * By which secret the rows of a database are sealed: a signature by it, which tells nothing about it. Noted at the first
 * start; whoever comes with another would read no identifier and find nobody.
 */
export const secretMarks = sharedTable('secret_marks', { signature: text('signature').notNull() })

const id = idOf('the secret of this database')

/** The server's own secret, made at the first start and kept for its owner's eyes only. */
export function keepSecret(folder: string): string {
  fs.mkdirSync(folder, { recursive: true })
  const path = pathIn(folder)
  if (!fs.existsSync(path)) makeOnce(path)
  fs.chmodSync(path, 0o600)
  return fs.readFileSync(path, 'utf8').trim()
}

/** The same where it was made already, and nothing where it was not. */
export function findSecret(folder: string): string | undefined {
  return fs.existsSync(pathIn(folder)) ? keepSecret(folder) : undefined
}

/** The signature of this database, if it has one. */
export async function findSecretMark(db: Db): Promise<string | undefined> {
  const [mark] = await db.select().from(secretMarks)
  return mark?.signature
}

/** Of two who start at once the first notes its own, and both hear which that is. */
export async function noteSecret(db: Db, vault: Vault): Promise<string> {
  await db
    .insert(secretMarks)
    .values({ id, signature: vault.sign(id) })
    .onConflictDoNothing()
  return (await findSecretMark(db)) ?? ''
}

/** Whichever family of algorithms it was signed by. */
export function isSecretOf(signature: string, vault: Vault): boolean {
  return vault.isSigned(id, signature)
}

function pathIn(folder: string): string {
  return join(folder, 'secret')
}

/** Whole or not at all, and never over another's: two servers that start together keep the same secret. */
function makeOnce(path: string): void {
  const unfinished = `${path}.${process.pid}`
  const secret = `${randomBytes(32).toString('base64url')}\n`
  fs.writeFileSync(unfinished, secret, { mode: 0o600, flush: true })
  try {
    fs.linkSync(unfinished, path)
  } catch (cause) {
    if (!fs.existsSync(path)) throw cause
  } finally {
    fs.rmSync(unfinished)
  }
}
