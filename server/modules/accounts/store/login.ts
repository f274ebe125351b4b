import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { accounts } from '../table.ts'

export type Account = typeof accounts.$inferSelect
export type Placed = Account & { readonly path: string }

const branch = alias(organizations, 'branch')
const home = alias(organizations, 'home')

/**
 * The account that somebody means by a login name, a phone number or an ID number.
 * Two people may share a phone; then nobody is meant by it.
 */
export async function findAccountByLogin(db: Reader, vault: Vault, login: string) {
  const rows = await db
    .select({ id: accounts.id, login: accounts.login, passwordHash: accounts.passwordHash })
    .from(accounts)
    .leftJoin(members, isOwnMember())
    .where(meantBy(vault, login))
    .limit(2)
  return rows.length === 1 ? rows[0] : undefined
}

function meantBy(vault: Vault, login: string): SQL | undefined {
  const text = login.toUpperCase()
  if (/^1\d{10}$/.test(text)) return oneOf(members.phoneIndex, vault.indexes(text))
  if (/^\d{17}[\dX]$/.test(text)) return oneOf(members.idNumberIndex, vault.indexes(text))
  return eq(accounts.login, login.toLowerCase())
}

/** An account belongs to the member as long as the member belongs to the unit. */
export function isOwnMember() {
  return and(
    eq(members.unitId, accounts.unitId),
    eq(members.id, accounts.memberId),
    isNull(members.leftOn),
  )
}

/** The account, held still, with the path where its owner stands. */
export async function lockAccount(tx: Db, accountId: string): Promise<Placed | undefined> {
  const [row] = await tx
    .select({ account: accounts, path: sql<string>`coalesce(${branch.path}, ${home.path})` })
    .from(accounts)
    .innerJoin(home, eq(home.id, accounts.organizationId))
    .leftJoin(members, isOwnMember())
    .leftJoin(branch, eq(branch.id, members.organizationId))
    .where(eq(accounts.id, accountId))
    .for('update', { of: accounts })
  return row && { ...row.account, path: row.path }
}

export async function findAccount(db: Reader, accountId: string): Promise<Account | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, accountId))
  return row
}

export async function changeAccount(
  tx: Db,
  id: string,
  changes: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await tx.update(accounts).set(changes).where(eq(accounts.id, id))
}

/** Where somebody is noted whom nobody knows: at the root. Nothing on an empty platform. */
export async function findRoot(db: Reader) {
  const [root] = await db
    .select({ unitId: organizations.unitId, path: organizations.path })
    .from(organizations)
    .where(isNull(organizations.parentId))
    .orderBy(organizations.id)
    .limit(1)
  return root
}
