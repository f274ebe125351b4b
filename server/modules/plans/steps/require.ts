import { planStates } from '@zhixing/contract/plan-words.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { findItems, lockPlan } from '../store/plans.ts'
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

/** The items that still stand. */
export async function liveItems(tx: Db, { unitId, id }: Plan) {
  const items = await findItems(tx, unitId, [id])
  return items.filter(({ cancelReason }) => cancelReason === null)
}

export function subjectOf({ id }: Pick<Plan, 'id'>): string {
  return `plan:${id}`
}
