import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findById } from '../../organizations/index.ts'
import { enterFloor, leadFloor, requireOpen } from '../steps/floor.ts'
import type { FloorKey } from '../steps/floor.ts'
import { countLikes, keepAsked, lockAsked, setAsked, setLike } from '../store/asked.ts'
import type { Asked } from '../store/asked.ts'

type AskedKey = FloorKey & { readonly askedId: string }

/** From the chair, the phone or the village: seen by everybody at once. */
export const ask = ownAct(contract.interaction.ask, async ({ tx, now, actor }, input) => {
  const { unitId, about, aboutId, askedId, text } = input
  const floor = await enterFloor(tx, actor, input, now)
  requireOpen(floor)
  const { memberId } = floor
  const home = await findById(tx, actor.place.path.split('/').at(-2) ?? '')
  const whose = { memberUnitId: actor.unitId, memberId, name: actor.name }
  const said = { about, aboutId, organizationName: home?.name ?? '', text, at: now }
  const isNew = await keepAsked(tx, { unitId, id: askedId, ...whose, ...said })
  if (isNew)
    return { value: {}, place: floor, change: { subject: `asked:${askedId}`, after: { text } } }
  if ((await lockAsked(tx, input, askedId))?.memberId !== memberId)
    throw missing('interaction.askedUnknown')
  return { value: {}, place: floor, change: 'none' }
})

export const like = ownAct(contract.interaction.like, async ({ tx, now, actor }, input) => {
  const floor = await enterFloor(tx, actor, input, now)
  requireOpen(floor)
  const { id: askedId, unitId } = await inSight(tx, input)
  const { memberId } = floor
  const isNew = await setLike(tx, { unitId, askedId, memberId }, input.isLiked)
  const after = { isLiked: input.isLiked }
  const change = isNew ? { subject: `asked:${askedId}`, after } : ('none' as const)
  return { value: { likes: await countLikes(tx, { unitId, askedId }) }, place: floor, change }
})

export const answer = act(contract.interaction.answer, async (scene, input) => {
  const { tx, now, actor } = scene
  const floor = await leadFloor(tx, scene, input)
  requireOpen(floor)
  const asked = await inSight(tx, input)
  const after = { answer: input.answer, answererName: actor.name, answeredAt: now }
  await setAsked(tx, asked, after)
  const before = { answer: asked.answer }
  return { value: {}, place: floor, change: { subject: `asked:${asked.id}`, before, after } }
})

/** Out of everybody's sight but its author's, who reads why. */
export const hide = act(contract.interaction.hide, async (scene, input) => {
  const { tx, now, actor } = scene
  const floor = await leadFloor(tx, scene, input)
  const asked = await lockAsked(tx, input, input.askedId)
  if (!asked) throw missing('interaction.askedUnknown')
  if (asked.hiddenAt) return { value: {}, place: floor, change: 'none' }
  const after = { hiddenAt: now, hiddenBy: actor.accountId, hiddenReason: input.reason }
  await setAsked(tx, asked, after)
  return { value: {}, place: floor, change: { subject: `asked:${asked.id}`, after } }
})

async function inSight(tx: Db, key: AskedKey): Promise<Asked> {
  const asked = await lockAsked(tx, key, key.askedId)
  if (!asked) throw missing('interaction.askedUnknown')
  if (asked.hiddenAt) throw conflict('interaction.askedHidden', { 原因: asked.hiddenReason })
  return asked
}
