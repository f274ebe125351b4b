import type { BallotLine, BallotResult } from '@zhixing/contract'
import type { ballotStates } from '@zhixing/contract/ballot-words.ts'
import type { Refusal } from './slate.ts'

type Person = { readonly memberId: string; readonly name: string }
/** The latest first. */
type Round = {
  readonly state: keyof typeof ballotStates
  readonly result: BallotResult | null
}

/** What the rounds so far have come to. */
export function standingOf(
  { seats, slate }: { readonly seats: number; readonly slate: readonly Person[] },
  rounds: readonly Round[],
) {
  const linesOf = ({ result }: Round) => result?.lines ?? []
  const elected = rounds
    .toReversed()
    .flatMap(linesOf)
    .flatMap((line) => (line.verdict === 'elected' ? personOf(line) : []))
  // Who has a seat and is written in again in a later round has one seat still.
  const won = new Map(elected.map((one) => [one.memberId, one]))
  const winners = [...won.values()]
  const counted = rounds.find(({ result }) => result !== null)
  const tied = counted ? linesOf(counted).filter(({ verdict }) => verdict === 'tied') : []
  const voted = rounds.flatMap(linesOf).flatMap(personOf)
  const mayStand = new Map([...slate, ...voted].map((one) => [one.memberId, one]))
  for (const memberId of won.keys()) mayStand.delete(memberId)
  return {
    winners,
    /** Seats nobody has yet. */
    open: seats - winners.length,
    tied: tied.flatMap(personOf).filter(({ memberId }) => !won.has(memberId)),
    mayStand: [...mayStand.values()],
    isVoting: rounds[0]?.state === 'open',
    isFirst: counted === undefined,
  }
}

function personOf({ memberId, text }: BallotLine): Person[] {
  return memberId === null ? [] : [{ memberId, name: text }]
}

type Standing = ReturnType<typeof standingOf>

/** Who stands in the next round: all of the slate at first; then those with equal votes, or whom the meeting names. */
export function nextSlate(
  standing: Standing,
  memberIds: readonly string[],
  seats: number,
): readonly Person[] | Refusal {
  const { open, tied, mayStand, isFirst } = standing
  if (open <= 0) return { reason: 'elections.full', words: { 应选: seats } }
  if (isFirst) return mayStand
  if (memberIds.length === 0)
    return tied.length > 0 ? tied : { reason: 'elections.whoStands', words: {} }
  const chosen = mayStand.filter(({ memberId }) => memberIds.includes(memberId))
  return chosen.length < new Set(memberIds).size
    ? { reason: 'elections.stands', words: {} }
    : chosen
}
