import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { accountCodes, accounts, appointments, passwordHistory, sessions } from '../table.ts'

export type Account = typeof accounts.$inferSelect

/**
 * The account that somebody means, held still: by login name, or by the index of a phone or ID number.
 * Two people may share a phone; then nobody is meant by it.
 */
export async function lockAccountBy(tx: Db, login: string, index: string) {
  const rows = await tx
    .select({ account: accounts, path: organizations.path })
    .from(accounts)
    .innerJoin(organizations, eq(organizations.id, accounts.organizationId))
    .leftJoin(members, and(eq(members.unitId, accounts.unitId), eq(members.id, accounts.memberId)))
    .where(
      and(
        isNull(accounts.disabledAt),
        or(
          eq(accounts.login, login.toLowerCase()),
          eq(members.phoneIndex, index),
          eq(members.idNumberIndex, index),
        ),
      ),
    )
    .for('update', { of: accounts })
    .limit(2)
  return rows.length === 1 ? rows[0] : undefined
}

export async function lockAccount(tx: Db, accountId: string) {
  const [row] = await tx
    .select({ account: accounts, path: organizations.path })
    .from(accounts)
    .innerJoin(organizations, eq(organizations.id, accounts.organizationId))
    .where(eq(accounts.id, accountId))
    .for('update', { of: accounts })
  return row
}

export async function changeAccount(
  tx: Db,
  id: string,
  changes: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await tx.update(accounts).set(changes).where(eq(accounts.id, id))
}

export async function holdsOffice(tx: Db, accountId: string, now: Date): Promise<boolean> {
  const held = and(
    eq(appointments.accountId, accountId),
    isNull(appointments.revokedAt),
    or(isNull(appointments.until), gt(appointments.until, now)),
  )
  return (await tx.$count(appointments, held)) > 0
}

export async function keepSession(tx: Db, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row)
}

/** Ends one session, by the digest of its token. */
export async function endSession(tx: Db, tokenHash: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt)))
}

/** Ends all sessions of an account. */
export async function endSessions(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
}

export async function keepCode(tx: Db, row: typeof accountCodes.$inferInsert): Promise<void> {
  await tx.insert(accountCodes).values(row)
}

/** Uses a code up; says whether it was still good. */
export async function useCode(
  tx: Db,
  { accountId, codeHash, now }: { accountId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const used = await tx
    .update(accountCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountCodes.accountId, accountId),
        eq(accountCodes.codeHash, codeHash),
        isNull(accountCodes.usedAt),
        gt(accountCodes.expiresAt, now),
      ),
    )
    .returning({ id: accountCodes.id })
  return used.length > 0
}

export async function findFormerHashes(tx: Db, accountId: string): Promise<string[]> {
  const rows = await tx
    .select({ hash: passwordHistory.hash })
    .from(passwordHistory)
    .where(eq(passwordHistory.accountId, accountId))
    .orderBy(desc(passwordHistory.at))
    .limit(5)
  return rows.map(({ hash }) => hash)
}

export async function keepPassword(
  tx: Db,
  { accountId, hash, now }: { accountId: string; hash: string; now: Date },
): Promise<void> {
  await tx.insert(passwordHistory).values({ accountId, hash, at: now })
  await tx
    .update(accounts)
    .set({ passwordHash: hash, passwordSetAt: now, failures: 0, lockedUntil: sql`null` })
    .where(eq(accounts.id, accountId))
}
