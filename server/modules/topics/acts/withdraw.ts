import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { changeTopic, lockTopic } from '../store.ts'

/** Nobody is asked any more; what was studied stays. */
export const withdraw = act(
  contract.topics.withdraw,
  async ({ tx, now, reach }, { topicId, reason }) => {
    const found = await lockTopic(tx, reach, topicId)
    if (!found) throw missing('topics.unknown')
    const { topic, unitId, path } = found
    const place = { unitId, path }
    if (topic.withdrawnAt) return { value: {}, place, change: 'none' }
    await changeTopic(tx, topicId, { withdrawnAt: now, withdrawReason: reason })
    return {
      value: {},
      place,
      change: { subject: `topic:${topicId}`, before: topic, after: { withdrawn: reason } },
    }
  },
)
