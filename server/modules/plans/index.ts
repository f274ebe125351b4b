/**
 * Plans: what is to be taught to whom, how much, when, and who sends how many; approved above, judged by what was held.
 * Classes and activities name the item that they carry out; surveys turn needs into items; requirements read the
 * topics that approved plans make mandatory. Campaigns come to stand beside plans and hang their phases on items.
 */
import { dayOf } from '../../kernel/calendar.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { covers, reachOf } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { PlanItemFacts } from '@zhixing/contract'
import type { FileSubject } from '../files/index.ts'
import { planStates } from '@zhixing/contract/plan-words.ts'
import { refuseItem } from './rules/plan.ts'
import { findItems, findPlan, findQuotas, keepItem, lockPlan } from './store/plans.ts'
import type { Item, PlanKey, Quota } from './store/plans.ts'

export { itemInForce } from './catalogue/item-in-force.ts'
export { topicsInForce } from './catalogue/in-force.ts'
export type { TopicInForce } from './catalogue/in-force.ts'

/** Documents of the library are for everybody who may read plans, above, here and below. */
export const policyFiles: FileSubject = {
  kind: 'policy',
  maySee: async ({ actor }, { path }) => {
    const reach = reachOf(actor.appointments, 'plans.view')
    return covers(reach, path) || reach.some((root) => root.startsWith(path))
  },
}

type NewItem = PlanKey & {
  readonly reach: Reach
  readonly facts: PlanItemFacts
  /** Where it came from, "survey:<id>", and how people read it. */
  readonly origin: string
  readonly originSentence: string
  readonly by: string
  readonly now: Date
}

/**
 * Something that turned out to be needed enters a plan that is being drafted or carried out, traceable to its origin.
 * @public
 */
export async function addPlanItem(tx: Db, asked: NewItem): Promise<{ readonly itemId: string }> {
  const { unitId, planId, reach, facts, by, now, ...from } = asked
  const plan = await lockPlan(tx, reach, { unitId, planId })
  if (!plan) throw missing('plans.unknown')
  if (plan.state !== 'draft' && plan.state !== 'approved')
    throw conflict('plans.state', { 状态: planStates[plan.state] })
  const refusal = refuseItem(plan, facts)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const itemId = newId()
  const { origin, originSentence } = from
  const row = { ...facts, origin, originSentence, unitId, id: itemId, planId, path: plan.path }
  await keepItem(tx, { ...row, createdBy: by, at: now })
  return { itemId }
}

/**
 * The items that still stand of a plan that the reach may read; nothing where there is none.
 * @public
 */
export async function planItemsOf(db: Reader, reach: Reach, key: PlanKey): Promise<Item[]> {
  const found = await findPlan(db, reach, key)
  if (!found) return []
  const items = await findItems(db, key.unitId, [key.planId])
  return items.filter(({ cancelReason }) => cancelReason === null)
}

/**
 * How many of which cohort each organization sends in a year, by the plan; totals left out.
 * @public
 */
export async function quotasOf(
  db: Reader,
  key: PlanKey,
  now: Date,
  year = Number(dayOf(now).slice(0, 4)),
): Promise<(Quota & { readonly organizationId: string })[]> {
  const rows = await findQuotas(db, key, year)
  return rows.flatMap(({ organizationId, ...row }) =>
    organizationId === null ? [] : [{ ...row, organizationId }],
  )
}
