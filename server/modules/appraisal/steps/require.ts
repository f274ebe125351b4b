import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { lockAppraised } from '../store/people.ts'
import { lockAppraisal } from '../store/rounds.ts'
import type { Appraisal, AppraisalKey } from '../store/rounds.ts'

type Known = { readonly tx: Db; readonly reach: Reach }

/** The round, held still, not yet settled, and as the form read it where the form says what that was. */
export async function requireRound(
  { tx, reach }: Known,
  { version, ...key }: AppraisalKey & { readonly version?: number },
): Promise<Appraisal> {
  const round = await lockAppraisal(tx, reach, key)
  if (!round) throw missing('appraisal.unknown')
  if (round.closedOn) throw conflict('appraisal.closed')
  if (version !== undefined && round.version !== version) throw conflict('input.stale')
  return round
}

/** The same, where self-rating and mutual rating still go on. */
export async function requireRating(
  known: Known,
  key: AppraisalKey & { readonly version?: number },
): Promise<Appraisal> {
  const round = await requireRound(known, key)
  if (round.votedOn) throw conflict('appraisal.voted')
  return round
}

export async function requireAppraised(tx: Db, key: AppraisalKey, memberId: string) {
  const found = await lockAppraised(tx, key, memberId)
  if (!found) throw missing('appraisal.personUnknown')
  return found
}

/** Somebody who speaks for themself in their own unit. */
export function requireMember({
  unitId,
  memberId,
}: {
  readonly unitId: string
  readonly memberId?: string
}) {
  if (!memberId) throw missing('appraisal.personUnknown')
  return { unitId, memberId }
}
