import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { reportInAt } from '../steps/report-in.ts'
import { lockPerson } from '../store/people.ts'

/** The member's own, from the phone. */
export const reportIn = ownAct(contract.floating.reportIn, async (scene, input) => {
  const { tx, actor, vault } = scene
  const { memberId, accountId: byId } = actor
  const found =
    memberId === undefined
      ? undefined
      : await lockPerson(tx, [actor.place.path], { unitId: actor.unitId, memberId })
  if (!found) throw conflict('floating.notMember')

  const { hostId, note, phone } = input
  const phoneSealed = phone === '' ? null : vault.seal(phone)
  const wanted = { hostId, note, phoneSealed, isByMember: true, byId }
  const { id, hostName } = await reportInAt(scene, found, wanted)
  const { unitId } = found.member
  return {
    value: { unitId, checkInId: id },
    place: { unitId, path: found.path },
    change: { subject: `member:${found.member.id}`, after: { receiver: hostName, note } },
  }
})

/** The home branch for somebody who cannot. */
export const reportFor = act(contract.floating.reportFor, async (scene, input) => {
  const found = await lockPerson(scene.tx, scene.reach, input)
  if (!found) throw missing('members.unknown')
  const { hostId, note } = input
  const wanted = {
    hostId,
    note,
    phoneSealed: found.stay?.phoneSealed ?? null,
    isByMember: false,
    byId: scene.actor.accountId,
  }
  const { id, hostName } = await reportInAt(scene, found, wanted)
  const { unitId } = found.member
  return {
    value: { unitId, checkInId: id },
    place: { unitId, path: found.path },
    change: { subject: `member:${found.member.id}`, after: { receiver: hostName, note } },
  }
})
