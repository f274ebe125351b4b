import { contract } from '@zhixing/contract'
import { act } from '../../../../kernel/act.ts'
import { conflict } from '../../../../kernel/problem.ts'
import { openBallot as open } from '../../../ballots/index.ts'
import { ballotSubjectOf } from '../../rules/motion-ballot.ts'
import { countsOf } from '../../rules/roll.ts'
import { openMotion } from '../../steps/open-motion.ts'
import { placeOf, subjectOf } from '../../steps/open-record.ts'
import { readRecord } from '../../steps/read-record.ts'
import { changeMotion } from '../../store/motions.ts'

/**
 * Puts a motion to a secret vote of those who are there; pressed again while it goes on, whoever was marked present since
 * is let in. Who belongs here and may vote is frozen by the ballot.
 */
export const openBallot = act(
  contract.motions.openBallot,
  async ({ tx, vault, now, actor, reach }, { way, ballotKind, isAgain, until, ...key }) => {
    const { held, motion } = await openMotion(tx, reach, key)
    const { electorate, roll, kind } = await readRecord(tx, held, now)
    if (!electorate) throw conflict('motions.notHere', { 名称: kind.name })
    const { unmarked } = countsOf(roll)
    if (unmarked.length > 0) throw conflict('motions.unmarked', { 人数: unmarked.length })
    const due = roll.filter(({ standing }) => standing === 'due')
    const ballot = await open(
      { tx, vault },
      {
        ...placeOf(held),
        organizationId: held.activity.organizationId,
        kind: ballotKind,
        way,
        subject: ballotSubjectOf(motion.id),
        title: motion.text,
        explanation: `${held.organizationName}，${held.activity.title}`,
        lines: [{ key: 'motion', text: motion.text, memberId: null }],
        voters: due.map(({ memberUnitId, memberId, mark, way: came }) => ({
          memberUnitId,
          memberId,
          isPresent: mark === 'present' && came !== 'makeUp',
        })),
        ...(until ? { until } : {}),
        isAgain,
        by: actor,
        now,
      },
    )
    // A show of hands that was written down before gives way to the ballot.
    const none = { ballot: null, inFavour: 0, against: 0, abstained: 0, deferReason: '' }
    const version = await changeMotion(tx, motion, none)
    const after = { ballot: ballot.ballotId, way }
    return {
      value: { version, ballotId: ballot.ballotId },
      place: placeOf(held),
      change: { subject: subjectOf(held), after },
    }
  },
)
