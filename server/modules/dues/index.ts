/**
 * Dues: who owes what for which month by which rule, what was paid, and where the money went.
 * Neighbours ask here for how many months somebody is behind; excuses and waived months are left out already.
 */
import type { Reader } from '../../kernel/db.ts'
import { baseAt } from './rules/assessment.ts'
import { readStates, standingOf } from './steps/read-states.ts'
import { findRoll } from './store/people.ts'

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

type Place = { readonly unitId: string; readonly path: string; readonly now: Date }

/** Everybody on a branch's roll: whether their dues are fixed, and how long they have not paid. */
export async function rollOf(db: Reader, { unitId, path, now }: Place) {
  const roll = await findRoll(db, [path], unitId)
  const memberIds = roll.map(({ member }) => member.id)
  const states = await readStates(db, { unitId, memberIds, now })
  return roll.flatMap(({ member: { id, name } }) => {
    const facts = states.facts.get(id)
    if (!facts) return []
    const isFixed = baseAt(facts.bases, states.today) !== undefined
    return [{ name, isFixed, standing: standingOf(states, facts, states.live.get(id) ?? []) }]
  })
}
