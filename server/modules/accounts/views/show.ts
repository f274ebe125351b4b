import { contract } from '@zhixing/contract'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { appointableBy, officeBeyond } from '../rules/powers.ts'
import { findOpenSessions } from '../store/sessions.ts'
import { accountCodes, accounts, appointments } from '../table.ts'
import { holdersIn } from './holders.ts'

const by = alias(accounts, 'by')

export const showAccount = view(
  contract.accounts.show,
  async ({ db, now, actor, reach }, { accountId }) => {
    const point = { path: reach[0] ?? '/', day: dayOf(now) }
    const { value: staleDays } = await ruleAt(db, 'account.stale.days', point)
    const holder = holdersIn(db, reach, { now, staleDays })
    const [row] = await db.select().from(holder).where(eq(holder.id, accountId))
    if (!row) throw missing('accounts.unknown')

    const held = await appointmentsOf(db, accountId, { now, actor })
    const live = held.filter(({ isOver }) => !isOver)
    const [code] = await db
      .select({ issuedAt: accountCodes.issuedAt, expiresAt: accountCodes.expiresAt })
      .from(accountCodes)
      .where(
        and(
          eq(accountCodes.accountId, accountId),
          isNull(accountCodes.usedAt),
          gt(accountCodes.expiresAt, now),
        ),
      )
    const isOther = accountId !== actor.accountId
    const mayInvite = covers(reachOf(actor.appointments, 'accounts.invite'), row.path)
    return {
      ...row,
      signedInAt: row.signedInAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      lockedUntil: row.lockedUntil?.toISOString() ?? null,
      disabledAt: row.disabledAt?.toISOString() ?? null,
      sessions: (await findOpenSessions(db, accountId, now)).length,
      code: code
        ? { issuedAt: code.issuedAt.toISOString(), expiresAt: code.expiresAt.toISOString() }
        : null,
      offices: live,
      appointments: held,
      may: {
        appoint: isOther && !row.disabledAt ? appointable(actor, row.path) : [],
        invite: isOther && !row.disabledAt && mayInvite && !officeBeyond(actor.appointments, live),
        manage: isOther && covers(reachOf(actor.appointments, 'accounts.manage'), row.path),
        unlock: covers(reachOf(actor.appointments, 'accounts.unlock'), row.path),
      },
    }
  },
)

/** Offices that can be given somewhere at or above the place where the holder stands. */
function appointable(actor: Actor, path: string) {
  const above = actor.appointments.filter((own) => path.startsWith(own.path))
  return appointableBy(above, path).filter((office) => office !== 'member')
}

async function appointmentsOf(
  db: Reader,
  accountId: string,
  { now, actor }: { readonly now: Date; readonly actor: Actor },
) {
  const rows = await db
    .select({
      appointment: appointments,
      organizationName: organizations.name,
      path: organizations.path,
      byName: by.name,
    })
    .from(appointments)
    .innerJoin(organizations, eq(organizations.id, appointments.organizationId))
    .leftJoin(by, eq(by.id, appointments.byId))
    .where(eq(appointments.accountId, accountId))
    .orderBy(desc(appointments.from), desc(appointments.id))
    .limit(200)
  return rows.map(({ appointment, organizationName, path, byName }) => {
    const { id, office, organizationId, from, until, revokedAt } = appointment
    const isOver = revokedAt !== null || (until !== null && until <= now)
    return {
      id,
      office,
      organizationId,
      organizationName,
      path,
      isOver,
      from: dayOf(from),
      until: until && addDays(dayOf(until), -1),
      revokedAt: revokedAt?.toISOString() ?? null,
      byName: byName ?? '平台',
      isInForce: !isOver && from <= now,
      mayRevoke: !isOver && appointableBy(actor.appointments, path).includes(office),
    }
  })
}
