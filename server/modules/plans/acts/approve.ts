import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { decideCase, startCase } from '../../procedures/index.ts'
import { planApproval } from '../catalogue/approval.ts'
import { refuseSubmission } from '../rules/plan.ts'
import { liveItems, requirePlan, subjectOf } from '../steps/require.ts'
import { changePlan, findQuotas, keepEdition } from '../store/plans.ts'
import type { Plan } from '../store/plans.ts'

/** Goes up for approval once every item says what for and with what effect. */
export const submit = act(contract.plans.submit, async ({ tx, now, actor, reach }, key) => {
  const plan = await requirePlan({ tx, reach }, key, ['draft'])
  const refusal = refuseSubmission(plan, await liveItems(tx, plan))
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const { unitId, organizationId, path, title } = plan
  const facts = { unitId, organizationId, path, subject: subjectOf(plan), title }
  await startCase(tx, planApproval, { ...facts, by: actor, now })
  const change = {
    subject: subjectOf(plan),
    before: { state: plan.state },
    after: { state: 'submitted' },
  }
  return {
    value: { version: await changePlan(tx, plan, { state: 'submitted' }) },
    place: plan,
    change,
  }
})

/** Approved, it is kept as an edition and binds; sent back, it is a draft again. */
export const decide = act(
  contract.plans.decide,
  async (scene, { unitId, planId, step, outcome, reason }) => {
    const { tx, now, actor, reach } = scene
    const plan = await requirePlan({ tx, reach }, { unitId, planId }, ['submitted'])
    const name = { unitId, subject: subjectOf(plan) }
    const done = await decideCase(tx, name, { outcome, reason, step, actor, now })
    const state = done.state === 'done' ? ('approved' as const) : ('draft' as const)
    const edition = state === 'approved' ? plan.edition + 1 : plan.edition
    await changePlan(tx, plan, { state, edition })
    if (state === 'approved') await keepAs(scene, plan, edition)
    const change = {
      subject: subjectOf(plan),
      before: { state: plan.state },
      after: { state, edition, reason },
    }
    return { value: { state }, place: plan, change }
  },
)

async function keepAs({ tx, now, actor }: Scene, plan: Plan, edition: number): Promise<void> {
  const items = await liveItems(tx, plan)
  const quotas = await findQuotas(tx, { unitId: plan.unitId, planId: plan.id })
  const { goals, problems, projects, basis, expected, title } = plan
  const persons = quotas
    .filter(({ organizationId }) => organizationId === null)
    .reduce((all, one) => all + one.persons, 0)
  await keepEdition(tx, {
    unitId: plan.unitId,
    id: newId(),
    planId: plan.id,
    edition,
    approvedAt: now,
    approvedByName: actor.name,
    topics: plan.topics,
    snapshot: {
      title,
      expected,
      goals,
      problems,
      projects,
      basis,
      items: items.length,
      persons,
      wording: items,
      quotas,
    },
  })
}

/** Worked on again; what was approved stays in force until the next approval. */
export const revise = act(contract.plans.revise, async ({ tx, reach }, key) => {
  const plan = await requirePlan({ tx, reach }, key, ['approved'])
  const change = {
    subject: subjectOf(plan),
    before: { state: plan.state },
    after: { state: 'draft' },
  }
  return { value: { version: await changePlan(tx, plan, { state: 'draft' }) }, place: plan, change }
})
