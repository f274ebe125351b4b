import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { holdAt } from '../../resources/index.ts'
import { openMeeting, placeOf, subjectOf } from '../steps/open-record.ts'
import { changeActivity } from '../store/activities.ts'

/** Studying on the spot: the activity is held at what was ordered for it, and the order says what is held. */
export const holdActivityAt = act(
  contract.activities.holdAt,
  async ({ tx, reach }, { order, ...key }) => {
    const held = await openMeeting(tx, reach, key)
    const { organizationId, startsAt, endsAt, place } = held.activity
    const { name } = await holdAt(tx, { ...key, organizationId, startsAt, endsAt }, order)
    const after = { place: name || place }
    const version = await changeActivity(tx, held.activity, after)
    return {
      value: { version, place: after.place },
      place: placeOf(held),
      change: { subject: subjectOf(held), before: { place }, after: { ...after, order } },
    }
  },
)
