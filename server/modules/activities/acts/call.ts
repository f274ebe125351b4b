import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { callWords } from '../rules/words.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import { tell } from '../steps/tell.ts'
import { changeActivity } from '../store/activities.ts'

/** One notice to everybody who is due; pressing again reaches only those who have joined since. */
export const call = act(contract.activities.call, async ({ tx, now, actor, reach }, key) => {
  const held = await openRecord(tx, reach, key)
  const { activity } = held
  const { roll } = await readRecord(tx, held, now)
  const due = roll.filter(({ standing }) => standing === 'due')

  const people = await tell(tx, held, {
    key: `call:${activity.id}`,
    title: activity.title,
    body: callWords(activity),
    personIds: due.map(({ memberId }) => memberId),
    fromId: actor.accountId,
    now,
  })
  if (!activity.calledAt) await changeActivity(tx, activity, { calledAt: now })
  const isNew = people > 0 || !activity.calledAt
  return {
    value: { people },
    place: placeOf(held),
    change: isNew ? { subject: subjectOf(held), after: { called: people } } : 'none',
  }
})
