import { and, gt, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { accounts, foundingCodes } from '../table.ts'

export async function hasAccounts(db: Reader): Promise<boolean> {
  return (await db.$count(accounts)) > 0
}

/** The founding code that is good now, if there is one; nobody else makes one before the transaction ends. */
export async function holdFoundingCode(tx: Db, now: Date) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('founding', 0))`)
  const [row] = await tx
    .select()
    .from(foundingCodes)
    .where(and(isNull(foundingCodes.usedAt), gt(foundingCodes.expiresAt, now)))
  return row
}

/** The only founding code there is: whatever was printed before is worth nothing. */
export async function keepFoundingCode(
  tx: Db,
  row: typeof foundingCodes.$inferInsert,
): Promise<void> {
  await tx.delete(foundingCodes).where(isNull(foundingCodes.usedAt))
  await tx.insert(foundingCodes).values(row)
}

/** Uses the code up; says whether it was good. */
export async function useFoundingCode(
  tx: Db,
  hashes: readonly string[],
  now: Date,
): Promise<boolean> {
  const used = await tx
    .update(foundingCodes)
    .set({ usedAt: now })
    .where(
      and(
        oneOf(foundingCodes.codeHash, hashes),
        isNull(foundingCodes.usedAt),
        gt(foundingCodes.expiresAt, now),
      ),
    )
    .returning({ id: foundingCodes.id })
  return used.length > 0
}
