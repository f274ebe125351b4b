import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { withVote } from '../../ballots/index.ts'
import { findMembersBelow, findMembersOf } from '../../members/index.ts'

/** Members of a branch with a vote, which is also the right to be elected. */
export async function electable(
  db: Reader,
  { unitId, path }: { readonly unitId: string; readonly path: string },
  now: Date,
) {
  const all = await findMembersBelow(db, path)
  const people = all.map(({ memberId }) => ({ memberUnitId: unitId, memberId }))
  const memberIds = (await withVote(db, people, dayOf(now))).map(({ memberId }) => memberId)
  const standing = await findMembersOf(db, [path], { unitId, memberIds })
  return standing.map(({ memberId, name }) => ({ memberId, name }))
}
