import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { commonPath } from '../rules/paths.ts'
import { addTag, removeTag } from '../store/details.ts'
import { findMembersOf } from '../store/members.ts'

type Tagging = { unitId: string; memberIds: string[]; tag: string }

export const tag = act(contract.members.tag, async (scene, input) => {
  const place = await placeOf(scene, input)
  const count = await addTag(scene.tx, input, { byId: scene.actor.accountId, at: scene.now })
  return { value: { count }, place, change: changeOf(input, count, 'after') }
})

export const untag = act(contract.members.untag, async (scene, input) => {
  const place = await placeOf(scene, input)
  const count = await removeTag(scene.tx, input)
  return { value: { count }, place, change: changeOf(input, count, 'before') }
})

/** All of them or none: one outside the reach is unknown, and so the whole list is. */
async function placeOf({ tx, reach }: Scene, input: Tagging) {
  const found = await findMembersOf(tx, reach, input)
  if (found.length < new Set(input.memberIds).size) throw missing('members.unknown')
  return { unitId: input.unitId, path: commonPath(found.map(({ path }) => path)) }
}

function changeOf({ memberIds, tag: word }: Tagging, count: number, side: 'before' | 'after') {
  if (count === 0) return 'none'
  const [first = ''] = memberIds
  const subject = memberIds.length === 1 ? `member:${first}` : `members:${memberIds.length}`
  return { subject, [side]: { tag: word, memberIds } }
}
