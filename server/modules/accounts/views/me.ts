import { contract, offices } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { inForce } from '../store/actors.ts'
import { appointments } from '../table.ts'

export const me = ownView(contract.accounts.me, async ({ db, now, actor }) => {
  const held = await db
    .select({
      office: appointments.office,
      organizationId: organizations.id,
      organizationName: organizations.name,
    })
    .from(appointments)
    .innerJoin(organizations, eq(organizations.id, appointments.organizationId))
    .where(and(eq(appointments.accountId, actor.accountId), inForce(now)))
    .orderBy(appointments.from, appointments.id)
  const [home] = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.path, actor.place.path))

  return {
    accountId: actor.accountId,
    name: actor.name,
    ...(actor.memberId ? { memberId: actor.memberId } : {}),
    unitId: actor.unitId,
    organization: home ?? { id: actor.unitId, name: actor.name },
    appointments: held,
    grants: [...new Set(actor.appointments.flatMap(({ office }) => offices[office]))],
    mustChangePassword: actor.owes === 'newPassword',
    mustBeginTotp: actor.owes === 'totp',
  }
})
