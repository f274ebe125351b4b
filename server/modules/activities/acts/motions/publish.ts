import { contract } from '@zhixing/contract'
import { act } from '../../../../kernel/act.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import { conflict, missing } from '../../../../kernel/problem.ts'
import { outcomeOf } from '../../rules/motion.ts'
import { readMotions } from '../../steps/read-motions.ts'
import { placeOf, subjectOf } from '../../steps/open-record.ts'
import { tell } from '../../steps/tell.ts'
import { lockActivity } from '../../store/activities.ts'
import { findClosure } from '../../store/closures.ts'
import { changeMotion } from '../../store/motions.ts'
import { findPeople } from '../../store/people.ts'

/** To every member of the branch, whoever was at the meeting; from here on it cannot be changed. */
export const publish = act(
  contract.motions.publish,
  async ({ tx, now, actor, reach }, { motionId, ...key }) => {
    const held = await lockActivity(tx, reach, key)
    if (!held) throw missing('activities.unknown')
    const motion = (await readMotions(tx, key)).find(({ id }) => id === motionId)
    if (!motion) throw missing('motions.unknown')
    if (!(await findClosure(tx, key))) throw conflict('motions.notClosed')
    if (motion.ballot === null) throw conflict('motions.nothingToSay')

    const { activity, organizationName } = held
    const people = await findPeople(tx, activity, 'branch', dayOf(now))
    const { result } = outcomeOf(motion, undefined)
    const told = await tell(tx, held, {
      key: `motion:${motionId}`,
      title: `公开：${activity.title}表决结果`,
      body: `议题：${motion.text}\n${result}\n${organizationName}`,
      personIds: people.map(({ memberId }) => memberId),
      fromId: actor.accountId,
      now,
    })
    const place = placeOf(held)
    if (motion.publishedAt) return { value: { people: told }, place, change: 'none' }
    await changeMotion(tx, motion, { publishedAt: now })
    const change = { subject: subjectOf(held), after: { published: motionId, people: told } }
    return { value: { people: told }, place, change }
  },
)
