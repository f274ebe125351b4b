import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { refuseDay } from '../rules/days.ts'
import { partWith } from '../steps/standing.ts'
import { lockMember } from '../store/members.ts'

/** The row remains, with its history and its hours; what is held ends on the day. */
export const leave = act(contract.members.leave, async ({ tx, now, reach }, input) => {
  const found = await lockMember(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  if (member.leftOn) throw conflict('members.left')
  if (member.version !== input.version) throw conflict('input.stale')
  const refusal = refuseDay(input.on, member.arrivedOn, dayOf(now))
  if (refusal) throw conflict('members.dayOff', refusal)

  const { on, because, note } = input
  const version = await partWith(tx, found, { on, because })
  return {
    value: { version },
    place: { unitId: member.unitId, path },
    change: { subject: `member:${member.id}`, after: { leftOn: on, leftBecause: because, note } },
  }
})
