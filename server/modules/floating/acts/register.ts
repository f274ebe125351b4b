import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { settleStay, tracedStay } from '../steps/settle-stay.ts'
import { lockPerson } from '../store/people.ts'

export const register = act(contract.floating.register, async (scene, input) => {
  const found = await lockPerson(scene.tx, scene.reach, input)
  if (!found) throw missing('members.unknown')
  const { stay: facts, version } = input
  const byId = scene.actor.accountId
  const next = await settleStay(scene, found, { facts, version, byId })
  return {
    value: { version: next },
    place: { unitId: found.member.unitId, path: found.path },
    change: { subject: `member:${found.member.id}`, after: tracedStay(facts) },
  }
})
