/**
 * Topics: what an organization asks those below to study, and who has. A topic enters an agenda by its id, so that the
 * roll of a session says who studied it; small batches and own pace count as much as one session for all.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { Reader } from '../../kernel/db.ts'
import { missing } from '../../kernel/problem.ts'
import type { FileSubject } from '../files/index.ts'
import { concerns } from './rules.ts'
import { findTopic } from './store.ts'

/** Material is for all whom the topic concerns, and for those who look after it above. */
export const topicFiles: FileSubject = {
  kind: 'topic',
  async maySee({ db, actor }, { subject, path }) {
    if (covers(reachOf(actor.appointments, 'topics.view'), path)) return true
    const found = await findTopic(db, subject.slice('topic:'.length))
    if (!found) return false
    return concerns(found.audience, actor.place.path)
  },
}

/** The topic as a branch takes it into an agenda; refused where it does not concern that branch. */
export async function requireTopic(db: Reader, topicId: string, path: string) {
  const found = await findTopic(db, topicId)
  if (!found || !concerns(found.audience, path)) throw missing('topics.unknown')
  return found.topic
}
