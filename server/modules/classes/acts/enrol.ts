import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { refuseSeat } from '../rules.ts'
import { countSeats, lockClass, takeSeat } from '../store.ts'

export const enrol = act(contract.classes.enrol, async ({ tx, now, reach }, input) => {
  const { unitId, memberId } = input
  const found = await lockClass(tx, reach, input)
  if (!found) throw missing('classes.unknown')
  if (!(await findMember(tx, reach, { unitId, memberId }))) throw missing('classes.memberUnknown')

  const refusal = refuseSeat(found.lesson, await countSeats(tx, input), now)
  if (refusal) throw conflict(refusal)

  const seat = await takeSeat(tx, input, memberId)
  if (!seat) throw conflict('classes.seated')

  return {
    value: { seatId: seat.id },
    place: { unitId, path: found.path },
    change: { subject: `class:${input.classId}`, after: seat },
  }
})
