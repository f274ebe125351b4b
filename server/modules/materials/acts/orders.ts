import { contract } from '@zhixing/contract'
import { orderStates } from '@zhixing/contract/material-words.ts'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { orderStateOf } from '../rules.ts'
import { changeOrder, keepOrder, lockOrder } from '../store/orders.ts'
import { findMovement } from '../store/stock.ts'
import { findTitle } from '../store/titles.ts'
import { move, refuseFuture, requireShelf, writtenBy } from '../steps/require.ts'

export const order = act(contract.materials.order, async (scene, input) => {
  const { tx, now } = scene
  const { orderId, copies, supplier, priceCents, dueOn, note } = input
  const { at, title } = await requireShelf(scene, input)
  const today = dayOf(now)
  if (dueOn < today) throw conflict('materials.dueEarly', { 今天: today })
  if (title.retiredOn)
    throw conflict('materials.retired', { 书名: title.name, 日期: title.retiredOn })
  const { unitId, path, id: organizationId } = at
  const { day: orderedOn, ...by } = writtenBy(scene)
  const facts = { titleId: title.id, copies, supplier, priceCents, orderedOn, dueOn, note }
  const row = { ...facts, ...by, id: orderId, unitId, path, organizationId }
  const isNew = await keepOrder(tx, row)
  return {
    value: { unitId, orderId },
    place: { unitId, path },
    change: isNew ? { subject: `order:${orderId}`, after: facts } : 'none',
  }
})

async function requireOpen(
  { tx, reach }: Pick<Scene, 'tx' | 'reach'>,
  { unitId, orderId }: { readonly unitId: string; readonly orderId: string },
) {
  const own = await lockOrder(tx, unitId, orderId)
  if (!own || !covers(reach, own.path)) throw missing('materials.orderUnknown')
  return own
}

function refuseClosed(own: Parameters<typeof orderStateOf>[0]): void {
  const state = orderStateOf(own)
  if (state !== 'open') throw conflict('materials.orderClosed', { 状态: orderStates[state] })
}

/** What arrived is counted once, however often the form is sent; never more than was ordered. */
export const arrive = act(contract.materials.arrive, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, movementId: id, copies, on, note } = input
  const own = await requireOpen(scene, input)
  if (await findMovement(tx, unitId, id)) return { value: {}, place: own, change: 'none' }
  refuseClosed(own)
  refuseFuture(on, now)
  const left = own.copies - own.arrived
  if (copies > left) throw conflict('materials.tooMany', { 还差: left, 数量: copies })
  const { titleId, organizationId, id: orderId } = own
  const title = await findTitle(tx, [own.path], { unitId, titleId })
  const shelf = { unitId, titleId, organizationId, holderId: organizationId }
  const row = {
    ...shelf,
    ...writtenBy(scene),
    id,
    kind: 'arrived',
    orderId,
    note,
    day: on,
  } as const
  await move(tx, { ...row, delta: copies }, { name: '', title: { name: title?.name ?? '' } })
  await changeOrder(tx, own, { arrived: own.arrived + copies })
  return {
    value: {},
    place: own,
    change: { subject: `order:${orderId}`, after: { arrived: own.arrived + copies, on, note } },
  }
})

/** The rest does not come. */
export const endOrder = act(contract.materials.endOrder, async (scene, input) => {
  const own = await requireOpen(scene, input)
  refuseClosed(own)
  const { reason: endReason } = input
  const endedOn = dayOf(scene.now)
  await changeOrder(scene.tx, own, { endedOn, endReason })
  return {
    value: {},
    place: own,
    change: { subject: `order:${own.id}`, after: { endedOn, reason: endReason } },
  }
})
