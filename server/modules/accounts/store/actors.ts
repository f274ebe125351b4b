import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { accounts, appointments, sessions } from '../table.ts'

const home = alias(organizations, 'home')
const branch = alias(organizations, 'branch')
const over = alias(organizations, 'over')

/** Who somebody is and where they stand; one row per office held on that moment, or one row with no office. */
const standing = {
  accountId: accounts.id,
  unitId: accounts.unitId,
  memberId: accounts.memberId,
  name: accounts.name,
  homePath: home.path,
  branchPath: branch.path,
  office: appointments.office,
  path: over.path,
}

const ownMember = and(
  eq(members.unitId, accounts.unitId),
  eq(members.id, accounts.memberId),
  isNull(members.leftOn),
)

/** The standing of many accounts in one statement. */
export async function findStandings(db: Reader, accountIds: readonly string[], now: Date) {
  return db
    .select(standing)
    .from(accounts)
    .innerJoin(home, eq(home.id, accounts.organizationId))
    .leftJoin(members, ownMember)
    .leftJoin(branch, eq(branch.id, members.organizationId))
    .leftJoin(appointments, and(eq(appointments.accountId, accounts.id), inForce(now)))
    .leftJoin(over, eq(over.id, appointments.organizationId))
    .where(and(oneOf(accounts.id, accountIds), isNull(accounts.disabledAt)))
}

/** The session behind each token that still holds, by the digest of the token, with who stands behind it. */
export async function findSessions(db: Reader, tokenHashes: readonly string[], now: Date) {
  return db
    .select({
      ...standing,
      tokenHash: sessions.tokenHash,
      lastSeenAt: sessions.lastSeenAt,
      owes: sessions.owes,
      address: sessions.address,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .innerJoin(home, eq(home.id, accounts.organizationId))
    .leftJoin(members, ownMember)
    .leftJoin(branch, eq(branch.id, members.organizationId))
    .leftJoin(appointments, and(eq(appointments.accountId, accounts.id), inForce(now)))
    .leftJoin(over, eq(over.id, appointments.organizationId))
    .where(
      and(
        oneOf(sessions.tokenHash, tokenHashes),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        sql`${sessions.lastSeenAt} + make_interval(secs => ${sessions.idleSeconds}) > ${now.toISOString()}::timestamptz`,
        isNull(accounts.disabledAt),
      ),
    )
}

export function inForce(now: Date) {
  return and(
    isNull(appointments.revokedAt),
    lte(appointments.from, now),
    or(isNull(appointments.until), gt(appointments.until, now)),
  )
}

/** One that somebody else holds is being written down by them: two crowds never wait for each other. */
export async function touchSessions(
  db: Pick<Db, 'update' | 'select'>,
  tokenHashes: readonly string[],
  now: Date,
): Promise<void> {
  const free = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(oneOf(sessions.tokenHash, tokenHashes))
    .for('update', { skipLocked: true })
  await db.update(sessions).set({ lastSeenAt: now }).where(inArray(sessions.id, free))
}
