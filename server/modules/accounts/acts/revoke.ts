import { contract } from '@zhixing/contract'
import { officeNames } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { appointableBy } from '../rules/powers.ts'
import {
  endAppointment,
  hasOtherSecurity,
  lockAppointment,
  lockSecurity,
} from '../store/appointments.ts'

/** From this moment; what is seen and done with the office ends with it, since offices are read anew at each call. */
export const revoke = act(
  contract.accounts.revoke,
  async ({ tx, now, actor, reach }, { appointmentId, reason }) => {
    await lockSecurity(tx)
    const found = await lockAppointment(tx, reach, appointmentId)
    if (!found) throw missing('accounts.appointmentUnknown')

    const { appointment, unitId, path } = found
    const { accountId, office, organizationId, until } = appointment
    if (appointment.revokedAt || (until && until <= now)) throw conflict('accounts.revoked')
    if (!appointableBy(actor.appointments, path).includes(office))
      throw conflict('accounts.officeBeyond', { 职务: officeNames[office] })
    if (
      office === 'securityAdministrator' &&
      !(await hasOtherSecurity(tx, { path, accountId, now }))
    )
      throw conflict('accounts.lastSecurity')

    const revoked = { revokedAt: now, revokedBy: actor.accountId, revokedBecause: reason }
    await endAppointment(tx, appointmentId, revoked)
    return {
      value: {},
      place: { unitId, path },
      change: {
        subject: `account:${accountId}`,
        before: { office, organizationId },
        after: { office: null, reason },
      },
    }
  },
)
