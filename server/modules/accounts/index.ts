/**
 * Accounts: who can sign in, which offices they hold, and who is calling right now.
 * Offices are read anew at each call; nothing that a browser carries says what it may do.
 */
import type { Grant } from '@zhixing/contract'
import type { Actor } from '../../kernel/caller.ts'
import { inTransaction } from '../../kernel/db.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { hashPassword } from '../../kernel/password.ts'
import { reachOf } from '../../kernel/reach.ts'
import type { Appointment } from '../../kernel/reach.ts'
import { digestOf, newBytes } from '../../kernel/token.ts'
import type { Vault } from '../../kernel/vault.ts'
import { isEmpty } from '../organizations/index.ts'
import { codeOf, tidyCode } from './rules/password.ts'
import { findAppointments, findSessions, touchSessions } from './store/actors.ts'
import { findOfficesOver } from './store/appointments.ts'
import { hasAccounts, keepFoundingCode } from './store/founding.ts'
import { keepPassword } from './store/passwords.ts'
import { accounts, appointments } from './table.ts'

/** The actor behind each account, in the order asked; nothing where there is none, or it is disabled. */
export async function findActors(
  db: Reader,
  accountIds: readonly string[],
  now: Date,
): Promise<(Actor | undefined)[]> {
  const found = Map.groupBy(
    await findAppointments(db, accountIds, now),
    ({ account }) => account.id,
  )

  return accountIds.map((id) => {
    const rows = found.get(id) ?? []
    const [first] = rows
    if (!first) return undefined

    const { account, branchPath, homePath } = first
    const held: Appointment[] = rows.flatMap(({ office, path }) =>
      office && path ? [{ office, path }] : [],
    )
    const own: Appointment[] = branchPath ? [{ office: 'member', path: branchPath }] : []
    return {
      accountId: id,
      personId: branchPath ? (account.memberId ?? id) : id,
      ...(branchPath && account.memberId ? { memberId: account.memberId } : {}),
      unitId: account.unitId,
      name: account.name,
      place: { unitId: account.unitId, path: branchPath ?? homePath },
      appointments: [...own, ...held],
    }
  })
}

/** Whom to tell: the people who hold a grant by an office over exactly this organization. */
export async function findPeopleHolding(
  db: Reader,
  grant: Grant,
  { organizationId, now }: { readonly organizationId: string; readonly now: Date },
): Promise<string[]> {
  const held = await findOfficesOver(db, organizationId, now)
  const accountIds = new Set(held.map(({ accountId }) => accountId))
  const actors = await findActors(db, [...accountIds], now)
  const able = actors.filter((actor) => actor && reachOf(actor.appointments, grant).length > 0)
  return able.flatMap((actor) => actor?.personId ?? [])
}

/**
 * The actor behind each session token, in the order asked; nothing where the session is over.
 * That somebody was here is written down once a minute, and a crowd's in one statement.
 */
export async function findActorsByToken(
  db: Reader & Pick<Db, 'update'>,
  tokens: readonly string[],
  now: Date,
): Promise<(Actor | undefined)[]> {
  const hashes = tokens.map(digestOf)
  const open = new Map((await findSessions(db, hashes, now)).map((one) => [one.tokenHash, one]))
  const ids = [...new Set([...open.values()].map(({ accountId }) => accountId))]
  const unseen = [...open.values()].filter(
    ({ lastSeenAt }) => +now - +lastSeenAt >= seenEveryMillis,
  )
  const [actors] = await Promise.all([
    findActors(db, ids, now),
    unseen.length > 0 &&
      touchSessions(
        db,
        unseen.map(({ tokenHash }) => tokenHash),
        now,
      ),
  ])
  const actorOf = new Map(ids.map((id, at) => [id, actors[at]]))
  return hashes.map((hash) => {
    const session = open.get(hash)
    const actor = session && actorOf.get(session.accountId)
    return actor && session.owes ? { ...actor, owes: session.owes, appointments: [] } : actor
  })
}

const seenEveryMillis = 60_000

/** An account with its first password and its offices at once: for installations and demonstrations. */
export async function plantAccount(
  tx: Db,
  { password, offices = [], now, ...facts }: NewAccount,
): Promise<string> {
  const id = newId()
  await tx.insert(accounts).values({ ...facts, id, createdAt: now })
  await keepPassword(tx, { accountId: id, hash: await hashPassword(password), now })
  for (const held of offices)
    await tx.insert(appointments).values({ ...held, accountId: id, from: now, byId: id })
  return id
}

type NewAccount = Omit<typeof accounts.$inferInsert, 'id' | 'createdAt'> & {
  readonly password: string
  readonly offices?: readonly Pick<typeof appointments.$inferInsert, 'office' | 'organizationId'>[]
  readonly now: Date
}

/** What is printed on an empty platform: whoever reads the machine's words may found the first organization. */
export async function issueFoundingCode(
  db: Db,
  { now, vault }: { readonly now: Date; readonly vault: Vault },
): Promise<string | undefined> {
  if (!(await isEmpty(db)) || (await hasAccounts(db))) return undefined
  const code = `${codeOf(newBytes(64))}-${codeOf(newBytes(64))}`
  const codeHash = vault.sign(`founding ${tidyCode(code)}`)
  const expiresAt = new Date(now.getTime() + 7 * 86_400_000)
  await inTransaction(db, (tx) => keepFoundingCode(tx, { codeHash, issuedAt: now, expiresAt }))
  return code
}
