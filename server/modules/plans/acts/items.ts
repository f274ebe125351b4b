import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { heldOf } from '../catalogue/held.ts'
import { refuseItem } from '../rules/plan.ts'
import { requirePlan } from '../steps/require.ts'
import { changeItem, keepItem, lockItem } from '../store/plans.ts'

/** In a draft, and in a plan under way too: what turns out to be needed is added, with a trace. */
const changeable = ['draft', 'approved'] as const

export const saveItem = act(
  contract.plans.saveItem,
  async ({ tx, now, actor, reach }, { unitId, planId, itemId, version, ...facts }) => {
    const plan = await requirePlan({ tx, reach }, { unitId, planId }, changeable)
    const refusal = refuseItem(plan, facts)
    if (refusal) throw conflict(refusal.reason, refusal.words)
    const subject = `plan:${planId}`
    const before = await lockItem(tx, { unitId, planId }, itemId)
    if (before) {
      if (version === null)
        return { value: { version: before.version }, place: plan, change: 'none' }
      if (before.cancelReason !== null) throw missing('plans.item')
      if (before.version !== version) throw conflict('input.stale')
      const value = { version: await changeItem(tx, before, facts) }
      return { value, place: plan, change: { subject, before, after: facts } }
    }
    if (version !== null) throw missing('plans.item')
    const row = { ...facts, unitId, id: itemId, planId, path: plan.path }
    if (!(await keepItem(tx, { ...row, createdBy: actor.accountId, at: now })))
      throw missing('plans.item')
    return { value: { version: 0 }, place: plan, change: { subject, after: row } }
  },
)

export const cancelItem = act(
  contract.plans.cancelItem,
  async ({ tx, reach }, { unitId, planId, itemId, version, reason }) => {
    const plan = await requirePlan({ tx, reach }, { unitId, planId }, changeable)
    const item = await lockItem(tx, { unitId, planId }, itemId)
    if (!item || item.cancelReason !== null) throw missing('plans.item')
    if (item.version !== version) throw conflict('input.stale')
    const held = (await heldOf(tx, [item])).get(item.id)
    if (held && held.sessions > 0)
      throw conflict('plans.held', { 名称: item.title, 次数: held.sessions })
    await changeItem(tx, item, { cancelReason: reason })
    const change = { subject: `plan:${planId}`, before: item, after: { cancelReason: reason } }
    return { value: {}, place: plan, change }
  },
)
