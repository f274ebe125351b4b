import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers, reachOf, rootOf } from '../../../kernel/reach.ts'
import { nobody } from '../../../kernel/trace.ts'
import { narrowTo } from '../../organizations/index.ts'
import { lockValue, withdrawValue } from '../store.ts'

/** Ends a value today; what was concluded from it before stays as it was. */
export const withdraw = act(
  contract.rules.withdraw,
  async ({ tx, now, actor, reach }, { ruleId, reason }) => {
    const kept = await lockValue(tx, ruleId)
    if (!kept || (kept.ownerPath && !covers(reach, kept.ownerPath)))
      throw missing('rules.unknownValue')

    const root = rootOf(reachOf(actor.appointments, 'rules.maintain'))
    const ownerId = kept.ownerId ?? root
    if (!ownerId || kept.byId === nobody) throw conflict('rules.national')
    if (kept.withdrawnOn) throw conflict('rules.withdrawn')

    const { organization } = await narrowTo(tx, reach, ownerId)
    const withdrawn = {
      withdrawnOn: dayOf(now),
      withdrawnBy: actor.accountId,
      withdrawReason: reason,
    }
    await withdrawValue(tx, ruleId, withdrawn)
    return {
      value: {},
      place: organization,
      change: { subject: `rule:${kept.key}`, before: kept.value, after: withdrawn },
    }
  },
)
