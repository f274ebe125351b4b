import type { ballotStates } from '@zhixing/contract/ballot-words.ts'
import { ballots } from '@zhixing/contract/life-words.ts'
import type { motionStates } from '@zhixing/contract/life-words.ts'
import type { Kind } from './kind.ts'
import { quorumOf } from './quorum.ts'
import type { Quorum } from './quorum.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'
import { countsOf } from './roll.ts'
import type { RollEntry } from './roll.ts'

export const motionsMax = 30
const charactersShown = 20

type Share = readonly [part: number, whole: number]
/** Who may vote, whether they are enough, and how many in favour it takes. */
export type Electorate = Quorum & { readonly toPass: number }

export type Votes = {
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
}

type Vote = {
  readonly ballotId: string
  readonly state: keyof typeof ballotStates
  /** The count as it was read out; nothing before. */
  readonly sentence: string
}

export type Motion = Votes & {
  readonly text: string
  readonly ballot: keyof typeof ballots | null
  readonly deferReason: string
  readonly entitled: number | null
  readonly present: number | null
  readonly passed: boolean | null
  /** Its latest ballot, if it was put to a secret vote. */
  readonly vote: Vote | null
}

/** More than half of those entitled to come and to vote, not of those who came: article 11. */
export function electorateOf(
  { deliberation }: Pick<Kind, 'deliberation'>,
  roll: readonly RollEntry[],
  { quorum, pass }: { readonly quorum: Share; readonly pass: Share },
): Electorate | undefined {
  if (!deliberation) return undefined
  const here = quorumOf({ quorum: { rule: 'vote.quorum', of: deliberation.of } }, roll, quorum)
  if (!here) return undefined
  const [part, whole] = pass
  return { ...here, toPass: Math.floor((here.entitled * part) / whole) + 1 }
}

export function votesCast({ inFavour, against, abstained }: Votes): number {
  return inFavour + against + abstained
}

export function isPassed({ inFavour }: Votes, { isMet, toPass }: Electorate): boolean {
  return isMet && inFavour >= toPass
}

/** Why such a vote may not be written down, or nothing if it may. */
export function refuseVote(
  votes: Votes,
  electorate: Electorate,
  roll: readonly RollEntry[],
): Refused | undefined {
  const { unmarked } = countsOf(roll)
  if (unmarked.length > 0) return refused('motions.unmarked', { 人数: unmarked.length })
  const { entitled, present, needed, isMet } = electorate
  if (!isMet) return refused('motions.quorum', { 应到: entitled, 实到: present, 需要: needed })
  const cast = votesCast(votes)
  if (cast === 0) return refused('motions.votesNone')
  return cast > present ? refused('motions.votesMany', { 合计: cast, 实到: present }) : undefined
}

/** What the motions still lack before the record may be closed; the roll may have changed since the vote. */
export function motionLacks(
  motions: readonly Motion[],
  electorate: Electorate | undefined,
): Refused[] {
  if (!electorate) return []
  return motions.flatMap((motion) => {
    const 议题 = shortOf(motion.text)
    if (motion.vote?.state === 'open') return [refused('motions.voting', { 议题 })]
    // Counted by ballot, or published before the record was opened again: what was said stays said.
    if (motion.deferReason !== '' || motion.passed !== null) return []
    if (motion.ballot === null) return [refused('motions.open', { 议题 })]
    if (!electorate.isMet) return [refused('motions.lostQuorum', { 议题 })]
    const cast = votesCast(motion)
    return cast > electorate.present
      ? [refused('motions.outvoted', { 议题, 合计: cast, 实到: electorate.present })]
      : []
  })
}

function shortOf(text: string): string {
  return text.length > charactersShown ? `${text.slice(0, charactersShown)}…` : text
}

/** As it stands, by the frozen numbers where the record is closed. */
export function outcomeOf(motion: Motion, electorate: Electorate | undefined) {
  const entitled = motion.entitled ?? electorate?.entitled ?? 0
  const present = motion.present ?? electorate?.present ?? 0
  const state = stateOf(motion, electorate)
  return { entitled, present, state, result: wordsOf(motion, { entitled, present, state }) }
}

type State = keyof typeof motionStates

function stateOf(motion: Motion, electorate: Electorate | undefined): State {
  if (motion.vote?.state === 'open') return 'voting'
  if (motion.deferReason !== '') return 'deferred'
  if (motion.ballot === null) return 'open'
  const passed = motion.passed ?? (electorate ? isPassed(motion, electorate) : false)
  return passed ? 'passed' : 'failed'
}

type Facts = { readonly entitled: number; readonly present: number; readonly state: State }

function wordsOf(motion: Motion, { entitled, present, state }: Facts): string {
  const { ballot, inFavour, against, abstained, deferReason, vote } = motion
  if (state === 'voting') return '正在无记名投票，计票以前没有结果。'
  if (vote && vote.sentence !== '') return vote.sentence
  if (state === 'deferred') return `暂缓表决：${deferReason}。`
  if (ballot === null) return '待表决。'
  const rest = present - votesCast(motion)
  const left = rest > 0 ? `，未投或无效 ${rest} 票` : ''
  const counts = `赞成 ${inFavour} 票，反对 ${against} 票，弃权 ${abstained} 票${left}`
  const verdict =
    state === 'passed'
      ? '赞成超过应到会有表决权人数的半数，通过'
      : '赞成未超过应到会有表决权人数的半数，未通过'
  return `应到会有表决权的 ${entitled} 人，实到 ${present} 人，${ballots[ballot]}表决：${counts}。${verdict}。`
}
