import { contract, offices } from '@zhixing/contract'
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { ownView } from '../../kernel/view.ts'
import { organizations } from '../organizations/table.ts'
import { accounts, appointments } from './table.ts'

export const me = ownView(contract.accounts.me, async ({ db, now, actor }) => {
  const held = await db
    .select({
      office: appointments.office,
      organizationId: organizations.id,
      organizationName: organizations.name,
    })
    .from(appointments)
    .innerJoin(organizations, eq(organizations.id, appointments.organizationId))
    .where(
      and(
        eq(appointments.accountId, actor.accountId),
        isNull(appointments.revokedAt),
        lte(appointments.from, now),
        or(isNull(appointments.until), gt(appointments.until, now)),
      ),
    )
  const [home] = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.path, actor.place.path))
  const [account] = await db
    .select({ passwordSetAt: accounts.passwordSetAt })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId))

  return {
    accountId: actor.accountId,
    name: actor.name,
    ...(actor.memberId ? { memberId: actor.memberId } : {}),
    unitId: actor.unitId,
    organization: home ?? { id: actor.unitId, name: actor.name },
    appointments: held,
    grants: [...new Set(actor.appointments.flatMap(({ office }) => offices[office]))],
    mustChangePassword: account?.passwordSetAt === null,
  }
})
