import type { BallotResult } from '@zhixing/contract'
import type { ballotStates } from '@zhixing/contract/ballot-words.ts'
import type { Motion } from './motion.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'

type Outcome = {
  readonly ballotId: string
  readonly state: keyof typeof ballotStates
  readonly entitled: number
  readonly present: number
  readonly result: BallotResult | null
}

/** What a ballot is about, where it is about a motion. */
export function ballotSubjectOf(motionId: string): string {
  return `motion:${motionId}`
}

/** The motion with the numbers of its ballot, once there are any; what was only raised by hands keeps its own. */
export function withBallot<M extends Omit<Motion, 'vote'>>(
  motion: M,
  outcome: Outcome | undefined,
) {
  if (!outcome) return { ...motion, vote: null }
  const { ballotId, state, entitled, present, result } = outcome
  const [line] = result?.lines ?? []
  if (!result || !line) return { ...motion, vote: { ballotId, state, sentence: '' } }
  return {
    ...motion,
    ballot: 'secret' as const,
    inFavour: line.counts.inFavour ?? 0,
    against: line.counts.against ?? 0,
    abstained: line.counts.abstained ?? 0,
    deferReason: '',
    entitled,
    present,
    passed: line.verdict === 'passed',
    vote: { ballotId, state, sentence: `无记名投票表决，${result.sentence}` },
  }
}

/** What is voted on here beside motions has to be counted before the record can say what came of it. */
export function ballotLacks(
  ballots: readonly { readonly title: string; readonly state: keyof typeof ballotStates }[],
): Refused[] {
  return ballots.flatMap(({ title, state }) =>
    state === 'open' ? [refused('activities.voting', { 事项: title })] : [],
  )
}
