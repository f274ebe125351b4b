import type { Db } from '../../../kernel/db.ts'
import { sendNotice } from '../../notices/index.ts'
import type { Held } from '../store/activities.ts'

type Words = {
  readonly key: string
  readonly title: string
  readonly body: string
  readonly personIds: readonly string[]
  readonly fromId: string
  readonly now: Date
}

/** Says something about an activity to people, in the name of who holds it; returns to how many it is new. */
export async function tell(tx: Db, { activity, path, organizationName }: Held, words: Words) {
  return sendNotice(tx, {
    ...words,
    unitId: activity.unitId,
    path,
    kind: 'activity',
    from: organizationName,
    link: `/activities/${activity.unitId}/${activity.id}`,
  })
}
