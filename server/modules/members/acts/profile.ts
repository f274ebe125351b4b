import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { refuseDay } from '../rules/days.ts'
import { keepGrowth } from '../store/details.ts'
import { lockMember, updateMember } from '../store/members.ts'

/** How somebody learns; the next count of every audience already knows. */
export const profile = act(contract.members.profile, async (scene, input) => {
  const { member, path } = await standing(scene, input)
  const { rank, trade, traits, isRestructured } = member
  const wanted = { ...input.profile, traits: [...new Set(input.profile.traits)] }
  const version = await updateMember(scene.tx, member, wanted)
  return {
    value: { version },
    place: { unitId: member.unitId, path },
    change: {
      subject: `member:${member.id}`,
      before: { rank, trade, traits, isRestructured },
      after: wanted,
    },
  }
})

/** A step in somebody's growth: of which type they are from that day, and what they brought about. */
export const grow = act(contract.members.grow, async (scene, input) => {
  const { tx, now, actor } = scene
  const { member, path } = await standing(scene, input)
  const refusal = refuseDay(input.on, member.arrivedOn, dayOf(now))
  if (refusal) throw conflict('members.dayOff', refusal)

  const { unitId, id: memberId } = member
  const { type, on, note } = input
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  await keepGrowth(tx, { ...by, id: newId(), unitId, memberId, type, on, note })
  const version = await updateMember(tx, member, { ruralType: type })
  return {
    value: { version },
    place: { unitId, path },
    change: {
      subject: `member:${memberId}`,
      before: { ruralType: member.ruralType },
      after: { ruralType: type, on, note },
    },
  }
})

async function standing(
  { tx, reach }: Scene,
  input: { readonly unitId: string; readonly memberId: string; readonly version: number },
) {
  const found = await lockMember(tx, reach, input)
  if (!found) throw missing('members.unknown')
  if (found.member.leftOn) throw conflict('members.left')
  if (found.member.version !== input.version) throw conflict('input.stale')
  return found
}
