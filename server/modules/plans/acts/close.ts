import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { heldOf } from '../catalogue/held.ts'
import { compareGoal, compareItem } from '../rules/compare.ts'
import { nothingHeld } from '../rules/lights.ts'
import { requirePlan, subjectOf } from '../steps/require.ts'
import { changePlan, findItems } from '../store/plans.ts'

/** Expected beside actual, item by item and goal by goal, kept as it stands; what follows goes into the next plan. */
export const close = act(
  contract.plans.close,
  async ({ tx, now, actor, reach }, { unitId, planId, version, actual, suggestions, goals }) => {
    const plan = await requirePlan({ tx, reach }, { unitId, planId, version }, ['approved'])
    const items = await findItems(tx, unitId, [planId])
    const held = await heldOf(tx, items)
    const open = items.filter(
      ({ id, cancelReason }) => cancelReason === null && (held.get(id)?.sessions ?? 0) === 0,
    )
    if (dayOf(now) <= `${plan.untilYear}-12-15` && open.length > 0)
      throw conflict('plans.notOver', {
        年: plan.untilYear,
        名称: open.map(({ title }) => `“${title}”`).join('、'),
      })
    const reached = new Map(goals.map((one) => [one.id, one]))
    const comparisons = [
      ...plan.goals.map((goal) => {
        const own = reached.get(goal.id)
        if (!own || own.actual.length < 2) throw conflict('plans.goalActual', { 内容: goal.text })
        return compareGoal(goal, own)
      }),
      ...items.map((item) => compareItem(item, held.get(item.id) ?? nothingHeld)),
    ]
    const closing = { actual, suggestions, comparisons, closedAt: now, closedByName: actor.name }
    await changePlan(tx, plan, { state: 'closed', ...closing })
    const change = { subject: subjectOf(plan), before: { state: plan.state }, after: closing }
    return { value: { comparisons }, place: plan, change }
  },
)
