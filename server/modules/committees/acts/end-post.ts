import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { endPost as keepEnd, lockPost } from '../store.ts'

export const endPost = act(
  contract.committees.endPost,
  async ({ tx, now, reach }, { organizationId, postId, until }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { unitId } = organization
    const held = await lockPost(tx, { unitId, organizationId }, postId)
    if (!held || held.until) throw missing('committees.unknownPost')
    if (until > dayOf(now)) throw conflict('committees.future', { 日期: until })
    if (until <= held.from) throw conflict('committees.span', { 日期: held.from })

    await keepEnd(tx, unitId, postId, until)
    return {
      value: {},
      place: organization,
      change: {
        subject: `member:${held.memberId}`,
        before: { post: held.post, until: null },
        after: { until },
      },
    }
  },
)
