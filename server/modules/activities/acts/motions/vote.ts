import { contract } from '@zhixing/contract'
import { act } from '../../../../kernel/act.ts'
import { conflict } from '../../../../kernel/problem.ts'
import { isPassed, refuseVote } from '../../rules/motion.ts'
import { openMotion } from '../../steps/open-motion.ts'
import { placeOf, subjectOf } from '../../steps/open-record.ts'
import { readRecord } from '../../steps/read-record.ts'
import { changeMotion } from '../../store/motions.ts'
import type { ReadMotion } from '../../steps/read-motions.ts'

/** A show of hands as it was called out: numbers, never who voted how. It may be corrected until the record is closed. */
export const vote = act(
  contract.motions.vote,
  async ({ tx, now, reach }, { inFavour, against, abstained, ...key }) => {
    const { held, motion } = await openMotion(tx, reach, key)
    refuseBallot(motion)
    const { electorate, roll, kind } = await readRecord(tx, held, now)
    if (!electorate) throw conflict('motions.notHere', { 名称: kind.name })
    const votes = { inFavour, against, abstained }
    const refusal = refuseVote(votes, electorate, roll)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const after = { ballot: 'hands' as const, ...votes, deferReason: '' }
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
  refuseBallot(motion)
  const none = { ballot: null, inFavour: 0, against: 0, abstained: 0 }
  const after = { ...none, deferReason: reason }
  const version = await changeMotion(tx, motion, after)
  return {
    value: { version },
    place: placeOf(held),
    change: { subject: subjectOf(held), before: motion, after },
  }
})

/** What is voted on in secret is counted by the ballot, and by nothing else. */
function refuseBallot({ vote: held }: ReadMotion): void {
  if (held?.state === 'open') throw conflict('motions.inBallot')
  if (held?.state === 'closed') throw conflict('motions.byBallot')
}
