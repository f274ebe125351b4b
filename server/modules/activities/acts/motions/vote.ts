import { contract } from '@zhixing/contract'
import { act } from '../../../../kernel/act.ts'
import { conflict } from '../../../../kernel/problem.ts'
import { isPassed, refuseVote } from '../../rules/motion.ts'
import { openMotion } from '../../steps/open-motion.ts'
import { placeOf, subjectOf } from '../../steps/open-record.ts'
import { readRecord } from '../../steps/read-record.ts'
import { changeMotion } from '../../store/motions.ts'

/** The count as it was called out: numbers, never who voted how. It may be corrected until the record is closed. */
export const vote = act(
  contract.motions.vote,
  async ({ tx, now, reach }, { ballot, inFavour, against, abstained, ...key }) => {
    const { held, motion } = await openMotion(tx, reach, key)
    const { electorate, roll, kind } = await readRecord(tx, held, now)
    if (!electorate) throw conflict('motions.notHere', { 名称: kind.name })
    const votes = { inFavour, against, abstained }
    const refusal = refuseVote(votes, electorate, roll)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const after = { ballot, ...votes, deferReason: '' }
    const version = await changeMotion(tx, motion, after)
    return {
      value: { version, passed: isPassed(votes, electorate) },
      place: placeOf(held),
      change: { subject: subjectOf(held), before: motion, after },
    }
  },
)

/** Not now: too few came, or more has to be found out first. */
export const defer = act(contract.motions.defer, async ({ tx, reach }, { reason, ...key }) => {
  const { held, motion } = await openMotion(tx, reach, key)
  const none = { ballot: null, inFavour: 0, against: 0, abstained: 0 }
  const after = { ...none, deferReason: reason }
  const version = await changeMotion(tx, motion, after)
  return {
    value: { version },
    place: placeOf(held),
    change: { subject: subjectOf(held), before: motion, after },
  }
})
