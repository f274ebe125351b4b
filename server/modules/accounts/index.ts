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
import { digestOf } from '../../kernel/token.ts'
import type { Vault } from '../../kernel/vault.ts'
import { isEmpty } from '../organizations/index.ts'
import { codeOf, tidyCode } from './rules/password.ts'
import { findSessions, findStandings, touchSessions } from './store/actors.ts'
import { findOfficesOver } from './store/appointments.ts'
import { hasAccounts, holdFoundingCode, keepFoundingCode } from './store/founding.ts'
import { addressKey } from './rules/guards.ts'
import { isAdministrator } from './rules/sessions.ts'
import { keepPassword } from './store/passwords.ts'
import { accounts, appointments } from './table.ts'

export { carryAccount } from './steps/carry-account.ts'
export { openAccount } from './steps/open-account.ts'
export { bindAccount } from './store/holders.ts'
export { findMemberBehind as memberBehind } from './store/former.ts'

/** The actor behind each account, in the order asked; nothing where there is none, or it is disabled. */
export async function findActors(
  db: Reader,
  accountIds: readonly string[],
  now: Date,
): Promise<(Actor | undefined)[]> {
  const found = Map.groupBy(await findStandings(db, accountIds, now), ({ accountId }) => accountId)
  return accountIds.map((id) => actorOf(found.get(id) ?? []))
}

type Standing = Awaited<ReturnType<typeof findStandings>>[number]

function actorOf(rows: readonly Standing[]): Actor | undefined {
  const [first] = rows
  if (!first) return undefined

  const { accountId, unitId, memberId, name, branchPath, homePath } = first
  const held: Appointment[] = rows.flatMap(({ office, path }) =>
    office && path ? [{ office, path }] : [],
  )
  const own: Appointment[] = branchPath ? [{ office: 'member', path: branchPath }] : []
  return {
    accountId,
    personId: branchPath ? (memberId ?? accountId) : accountId,
    ...(branchPath && memberId ? { memberId } : {}),
    unitId,
    name,
    place: { unitId, path: branchPath ?? homePath },
    appointments: [...own, ...held],
  }
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
  const rows = await findSessions(db, hashes, now)
  // Seen later than now: the clock was wrong, and has been put right.
  const unseen = rows.filter(({ lastSeenAt }) => Math.abs(+now - +lastSeenAt) >= seenEveryMillis)
  if (unseen.length > 0)
    await touchSessions(
      db,
      unseen.map(({ tokenHash }) => tokenHash),
      now,
    )
  const found = Map.groupBy(rows, ({ tokenHash }) => tokenHash)
  return hashes.map((hash) => {
    const behind = found.get(hash) ?? []
    const actor = actorOf(behind)
    const [{ owes, address } = {}] = behind
    if (!actor) return undefined
    const isBound = address && actor.appointments.some(({ office }) => isAdministrator(office))
    const bound = isBound ? { ...actor, boundTo: addressKey(address) } : actor
    return owes ? { ...bound, owes, appointments: [] } : bound
  })
}

/** Whether somebody speaks from where their session may be used. */
export function isInPlace({ boundTo }: Actor, address: string): boolean {
  return boundTo === undefined || boundTo === addressKey(address)
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

/**
 * What is printed on an empty platform: whoever reads the machine's words may found the first organization.
 * The code follows from the secret and a row, so that every server of a platform prints the same one.
 */
export async function issueFoundingCode(
  db: Db,
  { now, vault }: { readonly now: Date; readonly vault: Vault },
): Promise<string | undefined> {
  if (!(await isEmpty(db)) || (await hasAccounts(db))) return undefined
  return inTransaction(db, async (tx) => {
    const held = await holdFoundingCode(tx, now)
    const id = held?.id ?? newId()
    const code = foundingCodeOf(id, vault)
    const codeHash = vault.sign(`founding ${tidyCode(code)}`)
    const expiresAt = new Date(now.getTime() + 7 * 86_400_000)
    // One that another secret made cannot be said again.
    if (held?.codeHash !== codeHash)
      await keepFoundingCode(tx, { id, codeHash, issuedAt: now, expiresAt })
    return code
  })
}

function foundingCodeOf(id: string, { sign }: Vault): string {
  const halves = ['first', 'second'].map((half) =>
    codeOf(Buffer.from(sign(`founding code ${id} ${half}`), 'base64url')),
  )
  return halves.join('-')
}
