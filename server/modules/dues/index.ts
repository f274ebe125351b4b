/**
 * Dues: who owes what for which month by which rule, what was paid, and where the money went.
 * Neighbours ask here for how many months somebody is behind; excuses and waived months are left out already.
 */
import type { Reader } from '../../kernel/db.ts'
import { readStates, standingOf } from './steps/read-states.ts'

type Some = { readonly unitId: string; readonly memberIds: readonly string[]; readonly now: Date }

/** How long each of them has not paid; the first month of the row and the stage that the rules see in it. */
export async function arrearsFor(db: Reader, some: Some) {
  const states = await readStates(db, some)
  return new Map(
    [...states.facts].map(([memberId, facts]) => [
      memberId,
      standingOf(states, facts, states.live.get(memberId) ?? []),
    ]),
  )
}
