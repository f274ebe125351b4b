import type { accountStates } from '@zhixing/contract/account-words.ts'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { isOwnMember } from '../store/login.ts'
import { accounts, signInGuards } from '../table.ts'

export type State = keyof typeof accountStates

const branch = alias(organizations, 'branch')
const home = alias(organizations, 'home')

/** Accounts in the reach as people see them: whose they are, where their owner stands, and in what state they are. */
export function holdersIn(
  db: Reader,
  reach: Reach,
  { now, staleDays }: { readonly now: Date; readonly staleDays: number },
) {
  const staleBefore = new Date(now.getTime() - staleDays * 86_400_000).toISOString()
  const at = now.toISOString()
  const state = sql<State>`case
    when ${accounts.disabledAt} is not null then 'disabled'
    when ${signInGuards.lockedUntil} > ${at}::timestamptz then 'locked'
    when ${accounts.passwordHash} is null then 'new'
    when coalesce(${accounts.signedInAt}, ${accounts.createdAt}) < ${staleBefore}::timestamptz then 'stale'
    else 'active' end`
  return db
    .select({
      id: accounts.id,
      login: accounts.login,
      name: sql<string>`coalesce(${members.name}, ${accounts.name})`.as('holder_name'),
      isMember: sql<boolean>`${members.id} is not null`.as('is_member'),
      organizationId: sql<string>`coalesce(${branch.id}, ${home.id})`.as('holder_organization'),
      organizationName: sql<string>`coalesce(${branch.name}, ${home.name})`.as('place_name'),
      path: sql<string>`coalesce(${branch.path}, ${home.path})`.as('holder_path'),
      state: state.as('holder_state'),
      hasTotp: accounts.totpConfirmed,
      signedInAt: accounts.signedInAt,
      createdAt: accounts.createdAt,
      disabledAt: accounts.disabledAt,
      lockedUntil: signInGuards.lockedUntil,
    })
    .from(accounts)
    .innerJoin(home, eq(home.id, accounts.organizationId))
    .leftJoin(members, isOwnMember())
    .leftJoin(branch, eq(branch.id, members.organizationId))
    .leftJoin(signInGuards, eq(signInGuards.key, sql`'account:' || ${accounts.id}`))
    .where(or(within(reach, branch.path), and(isNull(branch.path), within(reach, home.path))))
    .as('holder')
}
