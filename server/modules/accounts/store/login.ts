import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { accounts } from '../table.ts'
import { withBranches } from './actors.ts'

export type Account = typeof accounts.$inferSelect
export type Placed = Account & { readonly path: string }

/** Of a number that so many share, nobody is meant by it. */
const sharedByMost = 100

/**
 * The account that somebody means by a login name, a phone number or an ID number.
 * Two people may share a phone; then nobody is meant by it.
 */
export async function findAccountByLogin(db: Reader, vault: Vault, login: string) {
  const number = numberOf(vault, login)
  const rows = await db
    .select({ id: accounts.id, login: accounts.login, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(number ? await ofNumber(db, number) : eq(accounts.login, login.toLowerCase()))
    .limit(2)
  return rows.length === 1 ? rows[0] : undefined
}

function numberOf(vault: Vault, login: string): SQL | undefined {
  const text = login.toUpperCase()
  if (/^1\d{10}$/.test(text)) return oneOf(members.phoneIndex, vault.indexes(text))
  if (/^\d{17}[\dX]$/.test(text)) return oneOf(members.idNumberIndex, vault.indexes(text))
  return undefined
}

/** Of whom the number is, in whatever unit: a few at most. */
async function ofNumber(db: Reader, number: SQL): Promise<SQL | undefined> {
  const people = await db
    .select({ unitId: members.unitId, id: members.id })
    .from(members)
    .where(and(number, isNull(members.leftOn)))
    .limit(sharedByMost)
  return or(
    sql`false`,
    ...people.map(({ unitId, id }) => and(eq(accounts.unitId, unitId), eq(accounts.memberId, id))),
  )
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
    .select({ account: accounts, path: organizations.path })
    .from(accounts)
    .innerJoin(organizations, eq(organizations.id, accounts.organizationId))
    .where(eq(accounts.id, accountId))
    .for('update', { of: accounts })
  if (!row) return undefined
  const [placed] = await withBranches(tx, [row.account])
  return { ...row.account, path: placed?.branchPath ?? row.path }
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
