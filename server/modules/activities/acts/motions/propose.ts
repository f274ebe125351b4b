import { contract } from '@zhixing/contract'
import { act } from '../../../../kernel/act.ts'
import { conflict, missing } from '../../../../kernel/problem.ts'
import { kindOf } from '../../kinds/index.ts'
import { motionsMax } from '../../rules/motion.ts'
import { openMotion } from '../../steps/open-motion.ts'
import { openRecord, placeOf, subjectOf } from '../../steps/open-record.ts'
import { changeMotion, findMotion, findMotions, keepMotion } from '../../store/motions.ts'

/** Something is put before the meeting; the same form sent twice puts it there once. */
export const propose = act(
  contract.motions.propose,
  async ({ tx, now, actor, reach }, { motionId, unitId, activityId, ...words }) => {
    const key = { unitId, activityId }
    const held = await openRecord(tx, reach, key)
    const kind = kindOf(held.activity.kind)
    if (!kind.deliberation) throw conflict('motions.notHere', { 名称: kind.name })

    const place = placeOf(held)
    const known = await findMotion(tx, { ...key, motionId })
    if (known) return { value: { version: known.version }, place, change: 'none' }
    if ((await findMotions(tx, key)).length >= motionsMax)
      throw conflict('motions.many', { 上限: motionsMax })

    const row = { ...words, ...key, id: motionId, createdAt: now, createdBy: actor.accountId }
    // An id that is taken elsewhere in the unit belongs to a motion that is not of this meeting.
    if ((await keepMotion(tx, row)) === 'known') throw missing('motions.unknown')
    return { value: { version: 0 }, place, change: { subject: subjectOf(held), after: row } }
  },
)

/** The words may change until the vote; what was voted on stays as it was. */
export const revise = act(
  contract.motions.revise,
  async ({ tx, reach }, { text, proposerName, discussion, ...key }) => {
    const { held, motion } = await openMotion(tx, reach, key)
    if (motion.vote?.state === 'open') throw conflict('motions.voted')
    if (motion.ballot && text !== motion.text) throw conflict('motions.voted')
    const after = { text, proposerName, discussion }
    const version = await changeMotion(tx, motion, after)
    return {
      value: { version },
      place: placeOf(held),
      change: { subject: subjectOf(held), before: motion, after },
    }
  },
)
