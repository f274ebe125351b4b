import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { refuseRemoval, refuseSpan } from '../rules/plan.ts'
import { liveItems, refuseTwin, requirePlan, subjectOf } from '../steps/require.ts'
import { changePlan } from '../store/plans.ts'
import { findPoliciesById } from '../store/policies.ts'

/** What for, what against, what of, how much: all of it at once, while it is a draft. */
export const save = act(
  contract.plans.save,
  async ({ tx, reach }, { unitId, planId, version, ...facts }) => {
    const plan = await requirePlan({ tx, reach }, { unitId, planId, version }, ['draft'])
    const refusal =
      refuseSpan(plan.kind, facts) ?? refuseRemoval(plan, facts, await liveItems(tx, plan))
    if (refusal) throw conflict(refusal.reason, refusal.words)
    if (facts.fromYear !== plan.fromYear || facts.untilYear !== plan.untilYear) {
      await requireLive(tx, reach, plan.organizationId)
      await refuseTwin(tx, { ...plan, ...facts })
    }
    await requireBasis(tx, plan.path, facts.basis)
    const { title, fromYear, untilYear, expected, qualityTarget, goals, problems, topics } = plan
    const before = { title, fromYear, untilYear, expected, qualityTarget, goals, problems, topics }
    return {
      value: { version: await changePlan(tx, plan, facts) },
      place: plan,
      change: { subject: subjectOf(plan), before, after: facts },
    }
  },
)

type Basis = { readonly policyId: string; readonly taskId: string }

/** A task that is named has to be one of a document that binds this place. */
async function requireBasis(tx: Db, path: string, basis: readonly Basis[]): Promise<void> {
  const found = await findPoliciesById(
    tx,
    basis.map(({ policyId }) => policyId),
  )
  const isKnown = ({ policyId, taskId }: Basis) =>
    found.some(
      (one) =>
        one.id === policyId &&
        path.startsWith(one.path) &&
        one.tasks.some(({ id }) => id === taskId),
    )
  if (!basis.every(isKnown)) throw conflict('plans.basis')
}
