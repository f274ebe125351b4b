import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { begin } from '../steps/begin.ts'
import { lockGoing } from '../store.ts'

export const start = act(contract.transfers.start, async (scene, input) => {
  const found = await lockGoing(scene.tx, scene.reach, input)
  if (!found) throw missing('members.unknown')
  return begin(scene, found, { ...input, isByBranch: true })
})

/** The member's own wish; the branch is the first to look at it. */
export const ask = ownAct(contract.transfers.ask, async (scene, input) => {
  const { tx, actor } = scene
  const { unitId, memberId } = actor
  const found = memberId ? await lockGoing(tx, ['/'], { unitId, memberId }) : undefined
  if (!found) throw conflict('transfers.notMember')
  return begin(scene, found, { ...input, isByBranch: false })
})
