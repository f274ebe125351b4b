import type { Reader } from '../../../kernel/db.ts'
import { ballotsOf } from '../../ballots/index.ts'
import { ballotSubjectOf, withBallot } from '../rules/motion-ballot.ts'
import type { ActivityKey } from '../store/activities.ts'
import { findMotions } from '../store/motions.ts'

export type ReadMotion = Awaited<ReturnType<typeof readMotions>>[number]

/** The motions of a meeting, each with what its latest ballot came to. */
export async function readMotions(db: Reader, key: ActivityKey) {
  const rows = await findMotions(db, key)
  const subjects = rows.map(({ id }) => ballotSubjectOf(id))
  const rounds = await ballotsOf(db, key.unitId, subjects)
  return rows.map((row) => withBallot(row, rounds.get(ballotSubjectOf(row.id))?.[0]))
}
