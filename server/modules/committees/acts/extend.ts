import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { keepChange, requireLive } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { refuseExtension } from '../rules.ts'
import { extendTerm, findTerm } from '../store.ts'

/** An election postponed with the superior's approval, no longer than the rule allows. */
export const extend = act(
  contract.committees.extend,
  async ({ tx, now, actor, reach }, { organizationId, extendedTo, reason }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const term = await findTerm(tx, organizationId)
    if (!term) throw conflict('committees.noTerm')
    const point = { path: organization.path, day: dayOf(now) }
    const most = await ruleAt(tx, 'committee.term.extension.max', point)
    const refusal = refuseExtension({ endsOn: term.endsOn, extendedTo }, most)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    await extendTerm(tx, term.id, extendedTo)
    const by = { byId: actor.accountId, at: now, reason }
    await keepChange(tx, { organizationId, what: 'extended', day: dayOf(now), ...by })
    return {
      value: {},
      place: organization,
      change: {
        subject: `organization:${organizationId}`,
        before: { extendedTo: term.extendedTo },
        after: { extendedTo, reason },
      },
    }
  },
)
