import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { concerns } from '../rules.ts'
import { findTopic, keepStudy } from '../store.ts'

/** At one's own pace, with a few words about it: counted towards the branch like a session. */
export const study = ownAct(
  contract.topics.study,
  async ({ tx, now, actor }, { topicId, note }) => {
    const { unitId, memberId, place } = actor
    if (!memberId) throw conflict('topics.membersOnly')
    const found = await findTopic(tx, topicId)
    if (!found) throw missing('topics.unknown')
    if (!concerns(found.audience, place.path)) throw missing('topics.notMine')
    if (found.topic.withdrawnAt) throw conflict('topics.withdrawn')

    const { at, isNew } = await keepStudy(tx, { unitId, topicId, memberId, note, at: now })
    const value = { studiedAt: at.toISOString() }
    const change = isNew ? { subject: `topic:${topicId}`, after: { note } } : ('none' as const)
    return { value, place, change }
  },
)
