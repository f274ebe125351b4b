import { and, eq, isNotNull, isNull, like, notExists, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { accounts } from '../table.ts'
import { isOwnMember } from './login.ts'

const branch = alias(organizations, 'branch')
const home = alias(organizations, 'home')

/** Where the owner of an account stands: the own branch, or where the account was opened. */
const path = sql<string>`coalesce(${branch.path}, ${home.path})`

function inReach(reach: Reach): SQL | undefined {
  return or(within(reach, branch.path), and(isNull(branch.path), within(reach, home.path)))
}

/** Accounts in the reach, held still; in the order of their ids, so that two who take many do not wait for each other. */
export async function lockHolders(tx: Db, reach: Reach, accountIds: readonly string[]) {
  return tx
    .select({
      id: accounts.id,
      unitId: accounts.unitId,
      name: accounts.name,
      login: accounts.login,
      passwordHash: accounts.passwordHash,
      totpSealed: accounts.totpSealed,
      disabledAt: accounts.disabledAt,
      path,
      organizationName: sql<string>`coalesce(${branch.name}, ${home.name})`,
    })
    .from(accounts)
    .innerJoin(home, eq(home.id, accounts.organizationId))
    .leftJoin(members, isOwnMember())
    .leftJoin(branch, eq(branch.id, members.organizationId))
    .where(and(oneOf(accounts.id, accountIds), inReach(reach)))
    .orderBy(accounts.id)
    .for('update', { of: accounts })
}

/** Members at and below a place with the account they have, if any: all who have no password yet, or those named. */
export async function findInvited(
  tx: Reader,
  { path: below, memberIds, limit }: { path: string; memberIds?: readonly string[]; limit: number },
) {
  return tx
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationId: organizations.id,
      organizationName: organizations.name,
      accountId: accounts.id,
      login: accounts.login,
      disabledAt: accounts.disabledAt,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(accounts, and(eq(accounts.unitId, members.unitId), eq(accounts.memberId, members.id)))
    .where(
      and(
        like(organizations.path, `${below}%`),
        isNull(members.leftOn),
        memberIds ? oneOf(members.id, memberIds) : isNull(accounts.passwordHash),
      ),
    )
    .orderBy(organizations.path, members.nameKey, members.id)
    .limit(limit)
}

/** How many members at and below some places have no account yet. */
export async function countUninvited(db: Reader, reach: Reach): Promise<number> {
  const own = and(eq(accounts.unitId, members.unitId), eq(accounts.memberId, members.id))
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        within(reach, organizations.path),
        isNull(members.leftOn),
        notExists(
          db
            .select({ one: sql`1` })
            .from(accounts)
            .where(own),
        ),
      ),
    )
  return row?.count ?? 0
}

/** Whoever makes up logins does it alone, so that two do not make up the same one. */
export async function lockLogins(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('logins', 0))`)
}

/** The logins that begin like these. */
export async function findLoginsLike(db: Reader, beginnings: readonly string[]) {
  const patterns = beginnings.map((text) => `${text}%`)
  const rows = await db
    .select({ login: accounts.login })
    .from(accounts)
    .where(
      and(
        isNotNull(accounts.login),
        sql`${accounts.login} like any(${sql.param(patterns)}::text[])`,
      ),
    )
  return rows.map(({ login }) => login)
}

export async function keepAccounts(
  tx: Db,
  rows: readonly (typeof accounts.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(accounts).values([...rows])
}

/** Whose account is a member's. */
export async function findOwner(
  tx: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.unitId, unitId), eq(accounts.memberId, memberId)))
  return row?.id
}

/** The account's owner belongs elsewhere from now on. */
export async function bindAccountIn(
  tx: Db,
  accountId: string,
  to: { readonly unitId: string; readonly organizationId: string },
): Promise<void> {
  await tx.update(accounts).set(to).where(eq(accounts.id, accountId))
}

/** From now on the account is a member's. */
export async function bindAccount(tx: Db, accountId: string, memberId: string): Promise<void> {
  await tx.update(accounts).set({ memberId }).where(eq(accounts.id, accountId))
}
