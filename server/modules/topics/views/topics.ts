import type { Reader } from '../../../kernel/db.ts'
import { filesOf } from '../../files/index.ts'
import type { Topic } from '../store.ts'

/** Topics as everybody reads them, with the material that hangs on each. */
export async function topicStates(
  db: Reader,
  rows: readonly { readonly topic: Topic; readonly from: string }[],
) {
  const files = await filesOf(
    db,
    rows.map(({ topic }) => subjectOf(topic)),
  )
  return rows.map(({ topic, from }) => ({
    topicId: topic.id,
    title: topic.title,
    body: topic.body,
    links: [...topic.links],
    files: files.get(subjectOf(topic)) ?? [],
    minutes: topic.minutes,
    dueOn: topic.dueOn,
    hold: topic.hold,
    from,
    pushedAt: topic.pushedAt.toISOString(),
    withdrawn: topic.withdrawnAt
      ? { at: topic.withdrawnAt.toISOString(), reason: topic.withdrawReason }
      : null,
  }))
}

function subjectOf({ id }: Topic): string {
  return `topic:${id}`
}
