import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { accountCodes, accounts, passwordHistory } from '../table.ts'

export async function findFormerHashes(
  db: Reader,
  accountId: string,
  count: number,
): Promise<string[]> {
  const rows = await db
    .select({ hash: passwordHistory.hash })
    .from(passwordHistory)
    .where(eq(passwordHistory.accountId, accountId))
    .orderBy(desc(passwordHistory.at), desc(passwordHistory.id))
    .limit(count)
  return rows.map(({ hash }) => hash)
}

export async function keepPassword(
  tx: Db,
  { accountId, hash, now }: { accountId: string; hash: string; now: Date },
): Promise<void> {
  await tx.insert(passwordHistory).values({ accountId, hash, at: now })
  await tx
    .update(accounts)
    .set({ passwordHash: hash, passwordSetAt: now })
    .where(eq(accounts.id, accountId))
}

type CodeKey = {
  readonly accountId: string
  readonly hashes: readonly string[]
  readonly now: Date
}

function isGood({ accountId, hashes, now }: CodeKey) {
  return and(
    eq(accountCodes.accountId, accountId),
    oneOf(accountCodes.codeHash, hashes),
    isNull(accountCodes.usedAt),
    gt(accountCodes.expiresAt, now),
  )
}

export async function hasCode(db: Reader, key: CodeKey): Promise<boolean> {
  return (await db.$count(accountCodes, isGood(key))) > 0
}

/** Uses a code up; says whether it was still good. */
export async function useCode(tx: Db, key: CodeKey): Promise<boolean> {
  const used = await tx
    .update(accountCodes)
    .set({ usedAt: key.now })
    .where(isGood(key))
    .returning({ id: accountCodes.id })
  return used.length > 0
}

/** New codes in place of whatever was handed out before. */
export async function keepCodes(
  tx: Db,
  rows: readonly (typeof accountCodes.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return
  const accountIds = rows.map(({ accountId }) => accountId)
  await tx
    .delete(accountCodes)
    .where(and(inArray(accountCodes.accountId, accountIds), isNull(accountCodes.usedAt)))
  await tx.insert(accountCodes).values([...rows])
}
