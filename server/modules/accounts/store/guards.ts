import { eq, lt } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import type { Guard } from '../rules/guards.ts'
import { signInGuards } from '../table.ts'

export async function findGuards(db: Reader, keys: readonly string[]) {
  return db.select().from(signInGuards).where(oneOf(signInGuards.key, keys))
}

/** The guard of a key, held still; made if it is new, so that two failures at once are two failures. */
export async function lockGuard(tx: Db, key: string, now: Date) {
  await tx
    .insert(signInGuards)
    .values({ key, failures: 0, lastAt: now })
    .onConflictDoNothing({ target: signInGuards.key })
  const [row] = await tx.select().from(signInGuards).where(eq(signInGuards.key, key)).for('update')
  return row
}

export async function keepGuard(tx: Db, key: string, guard: Guard): Promise<void> {
  await tx.update(signInGuards).set(guard).where(eq(signInGuards.key, key))
}

export async function clearGuard(tx: Db, key: string): Promise<void> {
  await tx.delete(signInGuards).where(eq(signInGuards.key, key))
}

/** Addresses are personal: a day after the last failure nothing is known of it. */
export async function forgetGuards(tx: Db, before: Date): Promise<void> {
  await tx.delete(signInGuards).where(lt(signInGuards.lastAt, before))
}
