import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { callWords } from '../rules/words.ts'
import { judgePlan } from '../steps/judge-plan.ts'
import { openMeeting, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import { tell } from '../steps/tell.ts'
import { changeActivity } from '../store/activities.ts'
import type { Activity } from '../store/activities.ts'

/** Who was called is told when time or place become others; before that, a plan may change silently. */
export const change = act(
  contract.activities.change,
  async ({ tx, now, actor, reach }, { unitId, activityId, version, ...words }) => {
    const held = await openMeeting(tx, reach, { unitId, activityId })
    const { activity } = held
    if (activity.version !== version) throw conflict('input.stale')

    const place = placeOf(held)
    const facts = await judgePlan(tx, held.kind, words, place)
    const next = await changeActivity(tx, activity, facts)
    const changed = { ...activity, ...facts }
    if (activity.calledAt && now < activity.startsAt && isElsewhere(activity, changed)) {
      const { roll } = await readRecord(tx, { ...held, activity: changed }, now)
      await tell(tx, held, {
        key: `change:${activityId}:${next}`,
        title: `变更：${changed.title}`,
        body: `时间或地点有变，请以此为准。\n${callWords(changed)}`,
        personIds: roll.map(({ memberId }) => memberId),
        fromId: actor.accountId,
        now,
      })
    }
    return {
      value: { version: next },
      place,
      change: { subject: subjectOf(held), before: planOf(activity), after: facts },
    }
  },
)

function isElsewhere(one: Activity, other: Activity): boolean {
  return (
    one.startsAt.getTime() !== other.startsAt.getTime() ||
    one.place !== other.place ||
    one.link !== other.link
  )
}

function planOf({ title, month, startsAt, endsAt, place, link, hostName, agenda }: Activity) {
  return { title, month, startsAt, endsAt, place, link, hostName, agenda }
}
