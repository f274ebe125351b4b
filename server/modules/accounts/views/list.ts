import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { and, eq, exists, ilike, like, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { isLive } from '../store/appointments.ts'
import { countUninvited } from '../store/holders.ts'
import { appointments } from '../table.ts'
import { holdersIn } from './holders.ts'
import type { State } from './holders.ts'

type Ask = Input<typeof contract.accounts.list>
type Holders = ReturnType<typeof holdersIn>

export const listAccounts = view(contract.accounts.list, async (sight, ask) => {
  const { db, now } = sight
  const { organizationId } = ask
  const { reach } = organizationId ? await narrowTo(db, sight.reach, organizationId) : sight
  const point = { path: reach[0] ?? '/', day: dayOf(now) }
  const { value: staleDays } = await ruleAt(db, 'account.stale.days', point)

  const holder = holdersIn(db, reach, { now, staleDays })
  const wanted = and(...filtersOf(db, holder, { ...ask, now }))
  const counted = await db
    .select({ state: holder.state, count: sql<number>`count(*)::int` })
    .from(holder)
    .where(wanted)
    .groupBy(holder.state)
  const counts = countsOf(counted)
  const all = counted.reduce((sum, { count }) => sum + count, 0)

  const found = await db
    .select()
    .from(holder)
    .where(and(wanted, ask.state && eq(holder.state, ask.state)))
    .orderBy(holder.path, holder.login)
    .limit(ask.size)
    .offset((ask.page - 1) * ask.size)
  const offices = await officesOf(
    db,
    found.map(({ id }) => id),
    now,
  )
  const rows = found.map((row) => ({
    ...row,
    signedInAt: row.signedInAt?.toISOString() ?? null,
    offices: offices.get(row.id) ?? [],
  }))
  const uninvited = await countUninvited(db, reach)
  return { rows, total: ask.state ? counts[ask.state] : all, counts, uninvited }
})

function filtersOf(db: Reader, holder: Holders, { text, office, now }: Ask & { now: Date }) {
  const pattern = containing(text)
  const held = db
    .select({ one: sql`1` })
    .from(appointments)
    .where(and(eq(appointments.accountId, holder.id), officeIs(office), isLive(now)))
  return [
    ...(text ? [or(ilike(holder.name, pattern), like(holder.login, pattern.toLowerCase()))] : []),
    ...(office ? [office === 'member' ? eq(holder.isMember, true) : exists(held)] : []),
  ]
}

function officeIs(office: Ask['office']) {
  return office && office !== 'member' ? eq(appointments.office, office) : undefined
}

function countsOf(counted: readonly { state: State; count: number }[]): Record<State, number> {
  const none = { active: 0, new: 0, stale: 0, locked: 0, disabled: 0 }
  return { ...none, ...Object.fromEntries(counted.map(({ state, count }) => [state, count])) }
}

/** The offices of each account, in force or to come. */
async function officesOf(db: Reader, accountIds: readonly string[], now: Date) {
  const rows = await db
    .select({
      accountId: appointments.accountId,
      office: appointments.office,
      organizationName: organizations.name,
    })
    .from(appointments)
    .innerJoin(organizations, eq(organizations.id, appointments.organizationId))
    .where(and(oneOf(appointments.accountId, accountIds), isLive(now)))
    .orderBy(organizations.path)
  return Map.groupBy(rows, ({ accountId }) => accountId)
}
