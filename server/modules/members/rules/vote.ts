import type { Day } from '../../../kernel/calendar.ts'

type Standing = {
  readonly stage: 'full' | 'probationary'
  readonly isSuspended: boolean
  readonly leftOn: Day | null
  readonly votelessFrom: Day | null
  readonly votelessUntil: Day | null
}

/**
 * 表决权、选举权和被选举权: full members only, and not while 留党察看 lasts (党章). Who came too late, or not at all, has
 * the right all the same; that is what a quorum is counted over.
 */
export function hasVote(member: Standing, day: Day): boolean {
  const { stage, isSuspended, leftOn, votelessFrom, votelessUntil } = member
  const isGone = leftOn !== null && leftOn <= day
  const isWatched =
    votelessFrom !== null && votelessFrom <= day && (votelessUntil === null || day < votelessUntil)
  return stage === 'full' && !isSuspended && !isGone && !isWatched
}
