import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { ruleAt } from '../../rules/index.ts'
import { attendanceOf, findEntry } from '../steps/find-entry.ts'
import { placeOf, subjectOf } from '../steps/open-record.ts'
import { postCredit } from '../steps/post-credit.ts'
import { lockActivity } from '../store/activities.ts'
import { setAttendances } from '../store/attendances.ts'
import { addPosted, findClosure } from '../store/closures.ts'

/** Who was not there studies it afterwards; the roll keeps that they were not, and how they made up for it. */
export const makeUp = act(
  contract.activities.makeUp,
  async ({ tx, now, actor, reach }, { memberId, how, ...key }) => {
    const held = await lockActivity(tx, reach, key, 'update')
    if (!held) throw missing('activities.unknown')
    const closure = await findClosure(tx, key)
    if (!closure) throw conflict('activities.notClosed')
    const { record, entry } = await findEntry(tx, held, { memberId, now })
    if (entry.mark === 'present') throw conflict('activities.madeUp', { 姓名: entry.name })

    const { day } = record
    const point = { path: held.path, day }
    const { value: days } = await ruleAt(tx, 'activity.makeup.days', point)
    const inTimeUntil = addDays(day, days)
    const was = entry.mark === 'excused' ? '请假' : '缺席'
    const note = `${was}后补课：${how}`
    const said = { mark: 'present', way: 'makeUp', note, byId: actor.personId } as const
    const row = attendanceOf(held, entry, { ...said, at: now, inTimeUntil })
    await setAttendances(tx, [row])
    const isLate = dayOf(now) > inTimeUntil
    const { minutes } = await postCredit(
      tx,
      held,
      { ...record, isLate },
      {
        people: [entry],
        key: `activity:${held.activity.id}:${closure.id}:makeUp`,
        isMadeUp: true,
        by: actor.accountId,
        now,
      },
    )
    await addPosted(tx, closure, minutes)
    return {
      value: { minutes },
      place: placeOf(held),
      change: { subject: subjectOf(held), before: entry, after: row },
    }
  },
)
