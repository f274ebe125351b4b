import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { endOf } from '../rules/closing.ts'
import { momentWords } from '../rules/words.ts'
import { freezeMotions } from '../steps/freeze-motions.ts'
import { freezeRoll } from '../steps/freeze-roll.ts'
import { placeOf, subjectOf } from '../steps/open-record.ts'
import { postCredit } from '../steps/post-credit.ts'
import { readRecord } from '../steps/read-record.ts'
import { changeActivity, lockActivity } from '../store/activities.ts'
import { findClosure, keepClosure } from '../store/closures.ts'

/** From here on the record is a fact: who was due is kept, hours are posted. Of two who close at once, one does. */
export const close = act(
  contract.activities.close,
  async ({ tx, now, actor, reach }, { version, endedAt, ...key }) => {
    const planned = await lockActivity(tx, reach, key, 'update')
    if (!planned) throw missing('activities.unknown')
    const { activity } = planned
    if (activity.cancelledAt) throw conflict('activities.cancelled')
    const before = await findClosure(tx, key)
    if (before)
      throw conflict('activities.closedBy', {
        姓名: before.closedByName,
        时间: momentWords(before.closedAt),
      })
    if (activity.version !== version) throw conflict('input.stale')

    const endsAt = endOf(activity, endedAt === undefined ? undefined : new Date(endedAt), now)
    const isEnd = endsAt instanceof Date
    const held = isEnd ? { ...planned, activity: { ...activity, endsAt } } : planned
    const record = await readRecord(tx, held, now)
    const [lack] = record.lacks
    if (lack) throw conflict(lack.reason, lack.words)
    if (!isEnd) throw conflict(endsAt.reason, endsAt.words)

    await freezeRoll(tx, held, record, { now, byId: actor.personId })
    await freezeMotions(tx, record)
    const closureId = newId()
    const came = record.roll.filter(({ mark }) => mark === 'present')
    const posting = { key: `activity:${activity.id}:${closureId}`, by: actor.accountId, now }
    const whose = (isMadeUp: boolean) => came.filter(({ way }) => (way === 'makeUp') === isMadeUp)
    const there = await postCredit(tx, held, record, { ...posting, people: whose(false) })
    const late = { ...posting, people: whose(true), isMadeUp: true }
    const afterwards = await postCredit(tx, held, record, late)
    const postedMinutes = there.minutes + afterwards.minutes
    const waiting = [...new Set([...there.waiting, ...afterwards.waiting])]
    const closure = {
      id: closureId,
      ...key,
      closedAt: now,
      closedBy: actor.accountId,
      closedByName: actor.name,
      isLate: record.isLate,
      postedMinutes,
    }
    await keepClosure(tx, closure)
    await changeActivity(tx, activity, { endsAt, rollEndedAt: activity.rollEndedAt ?? now })
    return {
      value: { people: came.length, postedMinutes, waiting },
      place: placeOf(held),
      change: {
        subject: subjectOf(held),
        before: { endsAt: activity.endsAt },
        after: { ...closure, endsAt },
      },
    }
  },
)
