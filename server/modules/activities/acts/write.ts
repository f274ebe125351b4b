import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { kindOf } from '../kinds/index.ts'
import { refuseAgenda } from '../rules/plan.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { changeActivity } from '../store/activities.ts'

/** A draft is kept whenever the field is left; who works from an older version is told so, and loses nothing. */
export const write = act(
  contract.activities.write,
  async ({ tx, reach }, { unitId, activityId, version, ...written }) => {
    const held = await openRecord(tx, reach, { unitId, activityId })
    const { activity } = held
    if (activity.version !== version) throw conflict('input.stale')
    const refusal = refuseAgenda(kindOf(activity.kind), written.agenda)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const next = await changeActivity(tx, activity, written)
    const { minutes, resolution, agenda } = activity
    return {
      value: { version: next },
      place: placeOf(held),
      change: { subject: subjectOf(held), before: { minutes, resolution, agenda }, after: written },
    }
  },
)
