import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { endExcuse as end, findExcuses } from '../store/details.ts'
import { lockMember } from '../store/members.ts'

/** Ended on its first day, an excuse has never held. */
export const endExcuse = act(contract.members.endExcuse, async ({ tx, reach }, input) => {
  const found = await lockMember(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const kept = (await findExcuses(tx, input)).find(({ id }) => id === input.excuseId)
  if (!kept) throw missing('members.excuseUnknown')
  if (kept.endedOn) throw conflict('members.excuseEnded')
  if (input.on < kept.from) throw conflict('members.untilEarly')

  await end(tx, input)
  return {
    value: {},
    place: { unitId: input.unitId, path: found.path },
    change: {
      subject: `member:${input.memberId}`,
      before: { excuse: kept.id, until: kept.until },
      after: { excuse: kept.id, endedOn: input.on, note: input.note },
    },
  }
})
