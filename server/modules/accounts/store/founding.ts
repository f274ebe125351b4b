import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { accounts, foundingCodes } from '../table.ts'

export async function hasAccounts(db: Reader): Promise<boolean> {
  return (await db.$count(accounts)) > 0
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
export async function useFoundingCode(tx: Db, codeHash: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(foundingCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(foundingCodes.codeHash, codeHash),
        isNull(foundingCodes.usedAt),
        gt(foundingCodes.expiresAt, now),
      ),
    )
    .returning({ id: foundingCodes.id })
  return used.length > 0
}
