import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { kindOf } from '../kinds/index.ts'
import { judgePlan } from '../steps/judge-plan.ts'
import { findActivity, findGroup, keepActivity } from '../store/activities.ts'

/** What has already taken place may be planned too: it is written down late, and shown as late. */
export const plan = act(
  contract.activities.plan,
  async ({ tx, now, actor, reach }, { activityId, organizationId, groupId, ...words }) => {
    const { organization } = await narrowTo(tx, reach, organizationId)
    if (!isBranch(organization.kind)) throw conflict('activities.branchOnly')
    const kind = kindOf(words.kind)
    if (kind.due === 'group') {
      if (!groupId) throw conflict('activities.groupMissing')
      if (!(await findGroup(tx, organizationId, groupId))) throw missing('activities.groupUnknown')
    }

    const { unitId, path } = organization
    const facts = await judgePlan(tx, kind, words, { unitId, path })
    const ofGroup = kind.due === 'group' ? groupId : null
    const made = { createdBy: actor.accountId, createdAt: now }
    const row = { ...facts, ...made, id: activityId, unitId, organizationId, groupId: ofGroup }

    const value = { unitId, activityId }
    const place = { unitId, path }
    const kept = await keepActivity(tx, { ...row, kind: kind.key })
    if (kept === 'kept')
      return { value, place, change: { subject: `activity:${activityId}`, after: row } }
    if (!(await findActivity(tx, reach, value))) throw missing('activities.unknown')
    return { value, place, change: 'none' }
  },
)
