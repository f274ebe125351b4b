/**
 * Lectures: who gives the lesson of which month, how many were given of which kind and by whom, and how leading cadres
 * live as ordinary members of their branch.
 */
import { dayOf, monthOf } from '../../kernel/calendar.ts'
import type { Month } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import { findCandidates } from './catalogue/candidates.ts'
import { findTurns } from './store.ts'

export { leaderRows } from './catalogue/leaders.ts'

/** Whose turn a month is, or, where nobody has it yet, who comes next. */
export async function lecturerFor(
  db: Reader,
  organizationId: string,
  { month, now }: { readonly month: Month | undefined; readonly now: Date },
) {
  const wanted = month ?? monthOf(dayOf(now))
  const candidates = await findCandidates(db, organizationId, now)
  const [turn] = await findTurns(db, organizationId, { from: wanted, until: wanted })
  const found = turn ? candidates.find(({ memberId }) => memberId === turn.memberId) : candidates[0]
  if (!found) return undefined
  const { memberId, name, given, lastOn, isSecretary } = found
  return { memberId, name, given, lastOn, isSecretary, isTurn: turn !== undefined }
}
