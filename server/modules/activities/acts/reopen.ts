import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { ruleAt } from '../../rules/index.ts'
import { thawMotions } from '../steps/freeze-motions.ts'
import { placeOf, subjectOf } from '../steps/open-record.ts'
import { takeBack } from '../steps/take-back.ts'
import { changeActivity, lockActivity } from '../store/activities.ts'
import { endClosure, findClosure } from '../store/closures.ts'
import { findMotions } from '../store/motions.ts'

/** Who closes may open again within days; later it takes an office above. What was posted is taken back, entry by entry. */
export const reopen = act(
  contract.activities.reopen,
  async ({ tx, now, actor, reach }, { reason, ...key }) => {
    const held = await lockActivity(tx, reach, key, 'update')
    if (!held) throw missing('activities.unknown')
    const closure = await findClosure(tx, key)
    if (!closure) throw conflict('activities.notClosed')

    const { path } = held
    const { value: days } = await ruleAt(tx, 'activity.late.days', { path, day: dayOf(now) })
    const isFresh = dayOf(now) <= addDays(dayOf(closure.closedAt), days)
    if (!isFresh && !covers(reachOf(actor.appointments, 'activities.reopen'), path))
      throw conflict('activities.reopenLate', { 天数: days })

    const by = actor.accountId
    const entries = await takeBack(tx, held, { reason, by, now })
    const reopened = { reopenedAt: now, reopenedBy: by, reopenReason: reason }
    await endClosure(tx, closure, reopened)
    await thawMotions(tx, await findMotions(tx, key))
    await changeActivity(tx, held.activity, {})
    const members = entries.filter(({ ledger }) => ledger === 'member')
    return {
      value: { reversedMinutes: -members.reduce((sum, { minutes }) => sum + minutes, 0) },
      place: placeOf(held),
      change: { subject: subjectOf(held), before: closure, after: reopened },
    }
  },
)
