import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { decideCase } from '../../procedures/index.ts'
import { caseOf } from '../catalogue/approval.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'

const states = { approve: 'approved', return: 'returned', refuse: 'refused' } as const

/** Approved, returned or refused, by the step whose turn it is; its log says who and why. */
export const decide = act(
  contract.classes.decide,
  async ({ tx, now, actor, reach }, { outcome, reason, step, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['submitted'], '审批')
    await decideCase(tx, caseOf(kept), { outcome, reason, step, actor, now })
    const state = states[outcome]
    await changeClass(tx, kept, { state, reason })
    return {
      value: { state },
      place: kept,
      change: {
        subject: `class:${kept.id}`,
        before: { state: kept.state },
        after: { state, reason },
      },
    }
  },
)
