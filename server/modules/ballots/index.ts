/**
 * Ballots: who may vote on what, how, and what it came to. A neighbour that has something to decide opens one in its own
 * act, shows the panel of the ballot on its page, and reads the result; how somebody voted cannot be found out from
 * everything that is kept (docs/decisions/ballots.md).
 */
import type { BallotResult } from '@zhixing/contract'
import type { Db, Reader } from '../../kernel/db.ts'
import { missing } from '../../kernel/problem.ts'
import type { BallotKind } from './rules/kind.ts'
import { countBallot as countHeld } from './steps/count.ts'
import type { CountForm } from './steps/count.ts'
import { announcementOf, turnoutBy } from './steps/show.ts'
import { findAt, findRounds, keyOf, lockBallot } from './store/ballots.ts'
import type { Ballot, BallotKey } from './store/ballots.ts'

export { uncounted } from './catalogue/uncounted.ts'
export type { Uncounted } from './catalogue/uncounted.ts'
import { countVotersOf, noVoters } from './store/voters.ts'
import type { VoterCounts } from './store/voters.ts'

export { openBallot, withVote } from './steps/open.ts'
export type { NewBallot } from './steps/open.ts'

export type BallotOutcome = BallotKey & {
  readonly subject: string
  readonly kind: BallotKind['key']
  readonly way: Ballot['way']
  readonly state: Ballot['state']
  readonly round: number
  readonly openedOn: string
  readonly countedOn: string | null
  readonly entitled: number
  readonly present: number
  readonly toPass: number | null
  /** Nothing before it is counted. */
  readonly result: BallotResult | null
}

/** Counts a ballot that a neighbour has opened, in the neighbour's own act; a page does it by `ballots.count`. */
export async function countBallot(
  tx: Db,
  key: BallotKey,
  form: CountForm,
): Promise<BallotResult | null> {
  const ballot = await lockBallot(tx, key)
  if (!ballot) throw missing('ballots.unknown')
  return (await countHeld(tx, ballot, form)).result
}

/** What a ballot about something came to, in its latest round; nothing where none was opened. */
export async function resultOf(
  db: Reader,
  { unitId, subject }: { readonly unitId: string; readonly subject: string },
): Promise<BallotOutcome | undefined> {
  return (await ballotsOf(db, unitId, [subject])).get(subject)?.[0]
}

/** Every round of the ballots about these things, the latest first, by what they are about. */
export async function ballotsOf(
  db: Reader,
  unitId: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly BallotOutcome[]>> {
  const rounds = await findRounds(db, unitId, subjects)
  const counts = await countVotersOf(db, rounds.map(keyOf))
  const outcomes = rounds.map((ballot) => outcomeOf(ballot, counts.get(ballot.id)))
  return Map.groupBy(outcomes, ({ subject }) => subject)
}

/** What was voted at one meeting beside its motions: with what the minutes say of it. */
export async function ballotsAt(db: Reader, unitId: string, occasion: string) {
  const found = await findAt(db, unitId, occasion)
  return found.map((ballot) => ({
    ballotId: ballot.id,
    subject: ballot.subject,
    title: ballot.round > 1 ? `${ballot.title}（第 ${ballot.round} 轮）` : ballot.title,
    state: ballot.state,
    sentence: announcementOf(ballot),
  }))
}

function outcomeOf(ballot: Ballot, counts: VoterCounts = noVoters): BallotOutcome {
  const { unitId, id: ballotId, subject, kind, way, state, round, openedOn, countedOn } = ballot
  const { electorate } = turnoutBy(ballot, counts)
  const { entitled, present, toPass } = electorate
  const facts = { subject, kind, way, state, round, openedOn, countedOn }
  return { unitId, ballotId, ...facts, entitled, present, toPass, result: ballot.result }
}
