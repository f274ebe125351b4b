import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { accounts, appointments, sessions } from '../table.ts'

const home = alias(organizations, 'home')
const over = alias(organizations, 'over')

/** Who somebody is and where they stand; one row per office held on that moment, or one row with no office. */
const standing = {
  accountId: accounts.id,
  unitId: accounts.unitId,
  memberId: accounts.memberId,
  name: accounts.name,
  homePath: home.path,
  office: appointments.office,
  path: over.path,
}

type Whose = { readonly unitId: string; readonly memberId: string | null }

/**
 * Where the members behind accounts belong now: asked by itself and by the key, since who may call is asked at every
 * call, and accounts are known on every node of a cluster while members lie on one.
 */
export async function withBranches<Row extends Whose>(
  db: Reader,
  rows: readonly Row[],
): Promise<(Row & { readonly branchPath: string | null })[]> {
  const people = rows.flatMap(({ unitId, memberId }) => (memberId ? [{ unitId, memberId }] : []))
  const found = people.length === 0 ? [] : await findBranches(db, people)
  const pathOf = new Map(found.map(({ unitId, id, path }) => [`${unitId} ${id}`, path]))
  return rows.map((row) => ({
    ...row,
    branchPath: pathOf.get(`${row.unitId} ${row.memberId ?? ''}`) ?? null,
  }))
}

function findBranches(
  db: Reader,
  people: readonly { readonly unitId: string; readonly memberId: string }[],
) {
  return db
    .select({ unitId: members.unitId, id: members.id, path: organizations.path })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        oneOf(
          members.unitId,
          people.map(({ unitId }) => unitId),
        ),
        oneOf(
          members.id,
          people.map(({ memberId }) => memberId),
        ),
        isNull(members.leftOn),
      ),
    )
}

/** The standing of many accounts in one statement. */
export async function findStandings(db: Reader, accountIds: readonly string[], now: Date) {
  const rows = await db
    .select(standing)
    .from(accounts)
    .innerJoin(home, eq(home.id, accounts.organizationId))
    .leftJoin(appointments, and(eq(appointments.accountId, accounts.id), inForce(now)))
    .leftJoin(over, eq(over.id, appointments.organizationId))
    .where(and(oneOf(accounts.id, accountIds), isNull(accounts.disabledAt)))
  return withBranches(db, rows)
}

/** The session behind each token that still holds, by the digest of the token, with who stands behind it. */
export async function findSessions(db: Reader, tokenHashes: readonly string[], now: Date) {
  const rows = await db
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
  return withBranches(db, rows)
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
