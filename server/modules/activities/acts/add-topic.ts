import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { requireTopic } from '../../topics/index.ts'
import { withTopic } from '../rules/draft.ts'
import { openMeeting, placeOf, subjectOf } from '../steps/open-record.ts'
import { changeActivity } from '../store/activities.ts'

/** What was asked for from above goes on the agenda as study, at the length it was given; the meeting grows by it. */
export const addTopic = act(
  contract.activities.addTopic,
  async ({ tx, reach }, { topicId, ...key }) => {
    const held = await openMeeting(tx, reach, key)
    const { activity, path } = held
    const topic = await requireTopic(tx, topicId, path)
    const place = placeOf(held)
    if (activity.agenda.some((item) => item.topicId === topicId))
      return { value: { version: activity.version }, place, change: 'none' }

    const agenda = withTopic(held.kind, activity.agenda, topic)
    const endsAt = new Date(activity.endsAt.getTime() + topic.minutes * 60_000)
    const version = await changeActivity(tx, activity, { agenda, endsAt })
    const change = {
      subject: subjectOf(held),
      before: { agenda: activity.agenda },
      after: { agenda },
    }
    return { value: { version }, place, change }
  },
)
