import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { accounts, appointments, sessions } from '../table.ts'

const home = alias(organizations, 'home')
const branch = alias(organizations, 'branch')
const over = alias(organizations, 'over')

/** One row per office held on that moment, or one row with no office; many accounts in one statement. */
export async function findAppointments(db: Reader, accountIds: readonly string[], now: Date) {
  return db
    .select({
      account: accounts,
      homePath: home.path,
      branchPath: branch.path,
      office: appointments.office,
      path: over.path,
    })
    .from(accounts)
    .innerJoin(home, eq(home.id, accounts.organizationId))
    .leftJoin(
      members,
      and(
        eq(members.unitId, accounts.unitId),
        eq(members.id, accounts.memberId),
        isNull(members.leftOn),
      ),
    )
    .leftJoin(branch, eq(branch.id, members.organizationId))
    .leftJoin(appointments, and(eq(appointments.accountId, accounts.id), inForce(now)))
    .leftJoin(over, eq(over.id, appointments.organizationId))
    .where(and(oneOf(accounts.id, accountIds), isNull(accounts.disabledAt)))
}

export function inForce(now: Date) {
  return and(
    isNull(appointments.revokedAt),
    lte(appointments.from, now),
    or(isNull(appointments.until), gt(appointments.until, now)),
  )
}

/** The account behind each session that still holds, by the digest of its token; many in one statement. */
export async function findSessions(db: Reader, tokenHashes: readonly string[], now: Date) {
  return db
    .select({
      tokenHash: sessions.tokenHash,
      accountId: sessions.accountId,
      lastSeenAt: sessions.lastSeenAt,
      owes: sessions.owes,
    })
    .from(sessions)
    .where(
      and(
        oneOf(sessions.tokenHash, tokenHashes),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        sql`${sessions.lastSeenAt} + make_interval(secs => ${sessions.idleSeconds}) > ${now.toISOString()}::timestamptz`,
      ),
    )
}

export async function touchSessions(
  db: Pick<Db, 'update'>,
  tokenHashes: readonly string[],
  now: Date,
): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: now }).where(oneOf(sessions.tokenHash, tokenHashes))
}
