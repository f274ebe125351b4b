import { contract } from '@zhixing/contract'
import { officeNames, organizationKinds } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { addDays, dayOf, startOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { findOrganization } from '../../organizations/index.ts'
import { appointableBy, fits, refuseTerm, rivalOf } from '../rules/powers.ts'
import { spanOf } from '../rules/sessions.ts'
import { findLiveOffices, keepAppointment, shortenSessions } from '../store/appointments.ts'
import { lockHolders } from '../store/holders.ts'
import { termsAt } from '../steps/terms.ts'

/** Nobody appoints themselves, nobody beyond their own place and office, and those who watch one another stay apart. */
export const appoint = act(
  contract.accounts.appoint,
  async ({ tx, now, actor, reach }, { accountId, organizationId, office, from, until }) => {
    const organization = await findOrganization(tx, reach, organizationId)
    if (!organization) throw missing('organizations.unknown')
    const [holder] = await lockHolders(tx, reach, [accountId])
    if (!holder) throw missing('accounts.unknown')

    const names = { 姓名: holder.name, 职务: officeNames[office] }
    if (accountId === actor.accountId) throw forbidden('accounts.ownOffice')
    if (!appointableBy(actor.appointments, organization.path).includes(office))
      throw conflict('accounts.officeBeyond', names)
    if (!fits(office, organization.kind))
      throw conflict('accounts.officePlace', {
        ...names,
        组织: organizationKinds[organization.kind],
      })
    if (holder.disabledAt) throw conflict('accounts.disabled')
    const refusal = refuseTerm(from, until, dayOf(now))
    if (refusal) throw conflict(refusal)

    const begin = from === dayOf(now) ? now : startOf(from)
    const end = until ? startOf(addDays(until, 1)) : null
    const live = (await findLiveOffices(tx, [accountId], now)).filter(
      (one) => (!end || one.from < end) && (!one.until || begin < one.until),
    )
    const rival = rivalOf(
      office,
      live.map((one) => one.office),
    )
    if (rival) throw conflict('accounts.exclusive', { ...names, 职务: officeNames[rival] })
    if (live.some((one) => one.office === office && one.organizationId === organizationId))
      throw conflict('accounts.appointed', names)

    const id = newId()
    const facts = { id, accountId, organizationId, office, byId: actor.accountId }
    await keepAppointment(tx, { ...facts, from: begin, until: end })
    await shortenSessions(
      tx,
      accountId,
      spanOf(true, await termsAt(tx, organization.path, now), now),
    )
    const after = { name: holder.name, office, organizationId, from, until: until ?? null }
    return {
      value: { appointmentId: id },
      place: organization,
      change: { subject: `account:${accountId}`, after },
    }
  },
)
