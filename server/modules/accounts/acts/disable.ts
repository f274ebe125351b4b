import { contract } from '@zhixing/contract'
import { officeNames } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { guardAmong } from '../rules/powers.ts'
import { findLiveOffices } from '../store/appointments.ts'
import { lockHolders } from '../store/holders.ts'
import { changeAccount } from '../store/login.ts'
import { endSessions } from '../store/sessions.ts'

/** Several at once for the sweep of stale accounts: all of them or none. Nobody stays signed in. */
export const disable = act(
  contract.accounts.disable,
  async ({ tx, now, actor, reach }, { accountIds, reason }) => {
    const wanted = [...new Set(accountIds)]
    const holders = await lockHolders(tx, reach, wanted)
    if (holders.length < wanted.length) throw missing('accounts.unknown')
    if (wanted.includes(actor.accountId)) throw forbidden('accounts.ownAccount')
    const offices = await findLiveOffices(tx, wanted, now)
    for (const { id, name } of holders) {
      const guard = guardAmong(offices.flatMap((one) => (one.accountId === id ? [one.office] : [])))
      if (guard) throw conflict('accounts.guardOffice', { 姓名: name, 职务: officeNames[guard] })
    }

    const open = holders.filter(({ disabledAt }) => !disabledAt)
    for (const { id } of open) {
      await changeAccount(tx, id, { disabledAt: now })
      await endSessions(tx, id, now)
    }
    const [first = actor.place] = holders
    const place = { unitId: first.unitId, path: sharedPath(holders.map(({ path }) => path)) }
    const subject = wanted.length === 1 ? `account:${wanted[0]}` : `accounts:${open.length}`
    const after = { disabled: true, reason, accounts: open.map(({ id }) => id) }
    return {
      value: { disabled: open.length },
      place,
      change: open.length > 0 ? { subject, after } : 'none',
    }
  },
)

/** The innermost place that all of these lie in. */
function sharedPath(paths: readonly string[]): string {
  const [first = '/', ...others] = paths
  const steps = first.split('/')
  const shared = steps.findIndex((step, at) => others.some((path) => path.split('/')[at] !== step))
  return shared < 0 ? first : `${steps.slice(0, shared).join('/')}/`
}
