import { contract } from '@zhixing/contract'
import { movementKinds } from '@zhixing/contract/material-words.ts'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { findById } from '../../organizations/index.ts'
import { isReversible } from '../rules.ts'
import { findPeople } from '../store/issues.ts'
import { changeOrder, lockOrder } from '../store/orders.ts'
import { findMovement } from '../store/stock.ts'
import { findTitle } from '../store/titles.ts'
import { move, requireShelf, writtenBy } from '../steps/require.ts'

/** A member gives back what was handed out, or has lost it. */
export const giveBack = act(contract.materials.giveBack, async (scene, input) => {
  const { tx } = scene
  const { movementId: id, memberId, copies, isLost, note } = input
  const { at, title, shelf } = await requireShelf(scene, input)
  const { unitId, path } = at
  const person = (await findPeople(tx, unitId, [memberId])).get(memberId)
  if (!person) throw missing('materials.recipientUnknown')
  const kind = isLost ? ('lost' as const) : ('returned' as const)
  const own = { ...writtenBy(scene), ...shelf, unitId, titleId: title.id, kind, note }
  const place = { unitId, path }
  if (await findMovement(tx, unitId, id)) return { value: {}, place, change: 'none' }
  // The shelf before the member, as where it was handed out, so that nobody waits for each other.
  if (!isLost)
    await move(tx, { ...own, id: newId(), delta: copies, note: person.name }, { name: '', title })
  const held = { ...own, id, holderId: memberId, memberId, delta: -copies }
  const kept = await move(tx, held, { name: person.name, title, isMember: true })
  // Somebody sent the same form a moment before: theirs stands, and all of this is undone.
  if (kept === 'known') throw conflict('input.stale')
  return {
    value: {},
    place,
    change: { subject: `title:${title.id}`, after: { [kind]: copies, name: person.name, note } },
  }
})

export const lose = act(contract.materials.lose, async (scene, input) => {
  const { movementId: id, copies, reason: note } = input
  const { at, title, shelf } = await requireShelf(scene, input)
  const { unitId, path } = at
  const own = { ...writtenBy(scene), ...shelf, unitId, titleId: title.id, note }
  const row = { ...own, id, kind: 'lost' as const, delta: -copies }
  const kept = await move(scene.tx, row, { name: at.name, title })
  return {
    value: {},
    place: { unitId, path },
    change:
      kept === 'known' ? 'none' : { subject: `title:${title.id}`, after: { lost: copies, note } },
  }
})

/** The line stays, and another one takes its effect away; a delivery is open again by as much. */
export const reverse = act(contract.materials.reverse, async (scene, input) => {
  const { tx, reach } = scene
  const before = await findMovement(tx, input.unitId, input.movementId)
  const at = before && (await findById(tx, before.organizationId))
  if (!before || !at || !covers(reach, at.path)) throw missing('materials.movementUnknown')
  if (!isReversible(before.kind))
    throw conflict('materials.notReversible', { 种类: movementKinds[before.kind] })
  const { unitId, titleId, organizationId, holderId, memberId, orderId, delta } = before
  const title = await findTitle(tx, [at.path], { unitId, titleId })
  // Held before the line is written: a delivery that is reversed is open again.
  const own = orderId ? await lockOrder(tx, unitId, orderId) : undefined
  const holder = { unitId, titleId, organizationId, holderId, memberId, orderId }
  const told = { ...writtenBy(scene), note: input.reason, kind: 'reversed' as const }
  const row = { ...holder, ...told, id: newId(), reversesId: before.id, delta: -delta }
  await unlessBroken(
    move(tx, row, { name: at.name, title: { name: title?.name ?? '' } }),
    'title_movements_reversed_once',
    conflict('materials.reversed'),
  )
  if (own) await changeOrder(tx, own, { arrived: own.arrived - delta })
  return {
    value: {},
    place: { unitId, path: at.path },
    change: { subject: `title:${titleId}`, after: { reversed: before.id, reason: input.reason } },
  }
})
