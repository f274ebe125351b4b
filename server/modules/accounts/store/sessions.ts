import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { appointments, sessions } from '../table.ts'
import { inForce } from './actors.ts'

export async function findOffices(db: Reader, accountId: string, now: Date) {
  const rows = await db
    .select({ office: appointments.office })
    .from(appointments)
    .where(and(eq(appointments.accountId, accountId), inForce(now)))
  return rows.map(({ office }) => office)
}

export async function keepSession(tx: Db, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row)
}

/** Ends the session of a token. */
export async function endSessionOf(tx: Db, tokenHash: string, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt)))
}

/** Ends one session of an account; says whether it was there and open. */
export async function endOwnSession(
  tx: Db,
  { accountId, sessionId, now }: { accountId: string; sessionId: string; now: Date },
): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(eq(sessions.accountId, accountId), eq(sessions.id, sessionId), isNull(sessions.endedAt)),
    )
    .returning({ id: sessions.id })
  return ended.length > 0
}

/** Ends all sessions of an account, but for the one of a token if one is named; says how many. */
export async function endSessions(
  tx: Db,
  accountId: string,
  now: Date,
  exceptHash = '',
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.endedAt),
        ne(sessions.tokenHash, exceptHash),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** What was owed has been done. */
export async function settleSessions(
  tx: Db,
  accountId: string,
  owed: 'newPassword' | 'totp',
): Promise<void> {
  await tx
    .update(sessions)
    .set({ owes: null })
    .where(and(eq(sessions.accountId, accountId), eq(sessions.owes, owed)))
}

/** Of somebody who never signs out, those used last. */
const sessionsMost = 100

export async function findOpenSessions(db: Reader, accountId: string, now: Date) {
  return db
    .select()
    .from(sessions)
    .where(
      and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)),
    )
    .orderBy(desc(sessions.lastSeenAt))
    .limit(sessionsMost)
}
