import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import type { Reader } from '../../../kernel/db.ts'
import { turnoutAt } from '../../activities/index.ts'
import { resultOf } from '../../ballots/index.ts'
import type { BallotOutcome } from '../../ballots/index.ts'
import type { Standing } from '../rules/round.ts'
import { findOpinions } from '../store/people.ts'
import type { findAppraised } from '../store/people.ts'
import type { Appraisal, AppraisalKey } from '../store/rounds.ts'

type Row = Awaited<ReturnType<typeof findAppraised>>[number]

/** What the ballot of a round is known by. */
export function subjectOf({ id }: Pick<Appraisal, 'id'>): string {
  return `appraisal:${id}`
}

/** What the rules ask of everybody in a round. */
export function standingsOf(rows: readonly Row[]): Standing[] {
  return rows.map(({ person, name }) => ({
    memberId: person.memberId,
    name,
    role: person.role,
    groupId: person.groupId,
    hasSelf: person.selfOn !== null,
    isConcluded: person.concludedOn !== null,
  }))
}

/** How many have rated each. */
export async function countOpinions(
  db: Reader,
  key: AppraisalKey,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { opinion } of await findOpinions(db, key))
    counts.set(opinion.memberId, (counts.get(opinion.memberId) ?? 0) + 1)
  return counts
}

export type Turn = {
  readonly ballot: BallotOutcome | undefined
  readonly meeting: Awaited<ReturnType<typeof turnoutAt>>
}

/** What was decided outside: the meeting it is held at, and its ballot. */
export async function turnOf(db: Reader, round: Appraisal): Promise<Turn> {
  const { unitId, activityId } = round
  return {
    ballot: await resultOf(db, { unitId, subject: subjectOf(round) }),
    meeting: activityId ? await turnoutAt(db, { unitId, activityId }) : undefined,
  }
}

/** How often each grade was marked for somebody; nothing before the count. */
export function votesFor(
  ballot: BallotOutcome | undefined,
  memberId: string,
): Record<AppraisalGrade, number> | null {
  const line = ballot?.result?.lines.find((one) => one.memberId === memberId)
  if (!line) return null
  const of = (grade: AppraisalGrade) => line.counts[grade] ?? 0
  return {
    excellent: of('excellent'),
    qualified: of('qualified'),
    basic: of('basic'),
    failed: of('failed'),
  }
}
