import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { resolutionsOf } from '../../activities/index.ts'
import { isVoteTaken } from '../store/cases.ts'
import type { ConductCase } from '../store/cases.ts'

type Chosen = { readonly activityId: string; readonly motionId: string } | undefined

/**
 * The vote of the branch meeting that resolved it. It is read from the meeting's closed record, never typed: more than
 * half of those entitled, whoever came, and nobody raises a hand about a neighbour.
 */
export async function requireVote(
  tx: Db,
  found: ConductCase,
  {
    step,
    outcome,
    on,
    motion,
  }: {
    readonly step: string
    readonly outcome: string
    readonly on: Day
    readonly motion?: Chosen
  },
) {
  if (step !== 'resolve') {
    if (motion) throw conflict('conduct.motionStray')
    return undefined
  }
  if (!motion) throw conflict('conduct.motionMissing')
  const { unitId, organizationId, openedOn } = found
  const all = await resolutionsOf(tx, { unitId, organizationId, since: openedOn })
  const vote = all.find(
    (one) => one.activityId === motion.activityId && one.motionId === motion.motionId,
  )
  if (!vote) throw conflict('conduct.motionUnknown')
  if (await isVoteTaken(tx, found, vote.motionId)) throw conflict('conduct.motionTaken')
  if (on < vote.day) throw conflict('conduct.motionEarly', { 日期: vote.day, 决议: on })
  const { isClosed, isSecret, ...kept } = vote
  if (!isClosed) throw conflict('conduct.motionOpen')
  if (!isSecret) throw conflict('conduct.motionHands')
  if (outcome === 'pass' && !kept.isPassed)
    throw conflict('conduct.motionFailed', { 结果: kept.result })
  if (outcome !== 'pass' && kept.isPassed)
    throw conflict('conduct.motionPassed', { 结果: kept.result })
  return kept
}
