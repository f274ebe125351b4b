import { planKinds, planStates } from '@zhixing/contract/plan-words.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { findItems, findTwin, lockPlan } from '../store/plans.ts'
import type { Plan, PlanKey } from '../store/plans.ts'

type Form = PlanKey & { readonly version?: number }

/** The plan as the form read it, in a state in which this may be done, held still. */
export async function requirePlan(
  { tx, reach }: { readonly tx: Db; readonly reach: Reach },
  { version, ...key }: Form,
  states: readonly Plan['state'][],
): Promise<Plan> {
  const plan = await lockPlan(tx, reach, key)
  if (!plan) throw missing('plans.unknown')
  if (!states.includes(plan.state)) throw conflict('plans.state', { 状态: planStates[plan.state] })
  if (version !== undefined && plan.version !== version) throw conflict('input.stale')
  return plan
}

type Years = Pick<Plan, 'id' | 'organizationId' | 'kind' | 'fromYear' | 'untilYear'>

/** One plan of a kind for each year; the organization is held, so that of two who begin at once the second is told. */
export async function refuseTwin(tx: Db, plan: Years): Promise<void> {
  if (plan.kind === 'special') return
  const twin = await findTwin(tx, plan)
  if (!twin) return
  const said = { 年: plan.fromYear, 种类: planKinds[plan.kind], 名称: twin.title }
  throw conflict('plans.known', said)
}

/** The items that still stand. */
export async function liveItems(tx: Db, { unitId, id }: Plan) {
  const items = await findItems(tx, unitId, [id])
  return items.filter(({ cancelReason }) => cancelReason === null)
}

export function subjectOf({ id }: Pick<Plan, 'id'>): string {
  return `plan:${id}`
}
