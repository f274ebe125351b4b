import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { momentWords } from '../rules/words.ts'
import { openMeeting, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import { tell } from '../steps/tell.ts'
import { changeActivity } from '../store/activities.ts'

/** It stays in the list with its reason; nothing that was planned is ever deleted. */
export const cancel = act(
  contract.activities.cancel,
  async ({ tx, now, actor, reach }, { reason, ...key }) => {
    const held = await openMeeting(tx, reach, key)
    const { activity } = held
    await changeActivity(tx, activity, { cancelledAt: now, cancelReason: reason })
    if (activity.calledAt) {
      const { roll } = await readRecord(tx, held, now)
      await tell(tx, held, {
        key: `cancel:${activity.id}`,
        title: `取消：${activity.title}`,
        body: `原定 ${momentWords(activity.startsAt)} 的${activity.title}取消。原因：${reason}`,
        personIds: roll.map(({ memberId }) => memberId),
        fromId: actor.accountId,
        now,
      })
    }
    return {
      value: {},
      place: placeOf(held),
      change: { subject: subjectOf(held), after: { cancelled: reason } },
    }
  },
)
