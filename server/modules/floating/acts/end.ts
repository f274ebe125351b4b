import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { updateMember } from '../../members/index.ts'
import { refuseDay } from '../rules/days.ts'
import { findOpenCheckIn, updateCheckIn } from '../store/check-ins.ts'
import { lockPerson, updateStay } from '../store/people.ts'

/** Somebody is back, or has moved for good: the stay ends, and with it what was reported elsewhere. */
export const end = act(contract.floating.end, async ({ tx, now, reach }, input) => {
  const found = await lockPerson(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, stay, path } = found
  const { floatingSince: since } = member
  if (since === null) throw conflict('floating.notFloating', { 姓名: member.name })
  if ((stay?.version ?? 0) !== input.version) throw conflict('input.stale')
  const refusal = refuseDay(input.on, dayOf(now), since)
  if (refusal) throw conflict(refusal.reason, refusal.words)

  await updateMember(tx, member, { floatingSince: null, floatingTo: '' })
  if (stay) await updateStay(tx, stay, { endedOn: input.on, endedBecause: input.because })
  const checkIn = await findOpenCheckIn(tx, input)
  if (checkIn) await updateCheckIn(tx, checkIn, { state: 'ended', endedOn: input.on })
  return {
    value: {},
    place: { unitId: member.unitId, path },
    change: {
      subject: `member:${member.id}`,
      before: { floatingSince: since, floatingTo: member.floatingTo },
      after: { floatingSince: null, floatingTo: '', endedOn: input.on },
    },
  }
})
