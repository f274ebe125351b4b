import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { narrowTo } from '../../organizations/index.ts'
import { planMeeting } from '../steps/plan-meeting.ts'
import { findActivity } from '../store/activities.ts'

/** What has already taken place may be planned too: it is written down late, and shown as late. */
export const plan = act(
  contract.activities.plan,
  async ({ tx, now, actor, reach }, { activityId, organizationId, groupId, kind, ...words }) => {
    const { organization: branch } = await narrowTo(tx, reach, organizationId)
    const by = actor.accountId
    const wanted = { activityId, branch, kind, groupId, words, by, now }
    const { row, kept } = await planMeeting(tx, wanted)
    const { unitId, path } = branch
    const value = { unitId, activityId }
    const place = { unitId, path }
    if (kept === 'kept')
      return { value, place, change: { subject: `activity:${activityId}`, after: row } }
    if (!(await findActivity(tx, reach, value))) throw missing('activities.unknown')
    return { value, place, change: 'none' }
  },
)
