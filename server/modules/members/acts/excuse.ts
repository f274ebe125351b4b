import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { overlaps, spanOf } from '../rules/days.ts'
import { findExcuses, keepExcuse } from '../store/details.ts'
import { lockMember } from '../store/members.ts'

/** Article 23: no hard requirement from a day until a day, with a reason and somebody who approved it. */
export const excuse = act(contract.members.excuse, async ({ tx, now, actor, reach }, input) => {
  const found = await lockMember(tx, reach, input)
  if (!found) throw missing('members.unknown')
  if (found.member.leftOn) throw conflict('members.left')
  if (input.until !== null && input.until < input.from) throw conflict('members.untilEarly')

  const earlier = await findExcuses(tx, input)
  const isTaken = earlier.some((one) => {
    const span = spanOf(one)
    return span !== undefined && overlaps(input, span)
  })
  if (isTaken) throw conflict('members.excused')

  const id = newId()
  const kept = { id, ...input, byId: actor.accountId, at: now }
  await keepExcuse(tx, kept)
  const { reason, from, until, approvedBy, note } = input
  return {
    value: { excuseId: id },
    place: { unitId: input.unitId, path: found.path },
    change: {
      subject: `member:${input.memberId}`,
      after: { excuse: id, reason, from, until, approvedBy, note },
    },
  }
})
