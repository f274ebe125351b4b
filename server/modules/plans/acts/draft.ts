import { contract, keysOf } from '@zhixing/contract'
import {
  curricula,
  curriculumAudiences,
  headings,
  keyProjects,
  planKinds,
} from '@zhixing/contract/plan-words.ts'
import type { Curriculum } from '@zhixing/contract/plan-words.ts'
import { organizationKinds } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { refuseSpan } from '../rules/plan.ts'
import { refuseTwin } from '../steps/require.ts'
import { findPlan, findPredecessor, keepPlan } from '../store/plans.ts'
import type { Plan, PlanKey } from '../store/plans.ts'

/** Begins a plan: empty, from ready-made curricula, or from what the last one held and suggested. */
export const draft = act(
  contract.plans.draft,
  async ({ tx, now, actor, reach }, { planId, organizationId, copyOf, ...words }) => {
    const { unitId, path, kind, name } = await requireLive(tx, reach, organizationId)
    const isStudy = words.kind === 'study'
    if (isBranch(kind) && !isStudy && words.kind !== 'special') {
      const said = { 类别: organizationKinds[kind], 种类: planKinds[words.kind] }
      throw conflict('plans.level', said)
    }
    if (!isBranch(kind) && isStudy) throw conflict('plans.study', { 名称: name })
    const refusal = refuseSpan(words.kind, words)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const { curricula: chosen, ...facts } = words
    const begun = copyOf ? await copied(tx, reach, copyOf) : fresh(chosen, words.kind)
    const last = await findPredecessor(tx, organizationId, words.kind)
    const row = {
      ...begun,
      ...facts,
      unitId,
      id: planId,
      organizationId,
      path,
      state: 'draft' as const,
      lessons: last?.suggestions ?? '',
      createdBy: actor.accountId,
      createdAt: now,
    }
    const value = { unitId, planId }
    const place = { unitId, path }
    await refuseTwin(tx, row)
    if (await keepPlan(tx, row))
      return { value, place, change: { subject: `plan:${planId}`, after: row } }
    if (!(await findPlan(tx, reach, value))) throw missing('plans.unknown')
    return { value, place, change: 'none' }
  },
)

/** The topics of the curricula, and for a yearly plan the four key projects, all to be filled in. */
function fresh(chosen: readonly Curriculum[], kind: Plan['kind']) {
  const topics = chosen.flatMap((key) =>
    curricula[key].headings.map((heading) => ({
      id: newId(),
      heading,
      title: headings[heading],
      minMinutes: 0,
      audience: curriculumAudiences[key],
      isMandatory: false,
    })),
  )
  const projects =
    kind === 'annual'
      ? keysOf(keyProjects).map((key) => ({
          id: newId(),
          key,
          name: keyProjects[key],
          targetPersons: 0,
          targetClasses: 0,
        }))
      : []
  return { topics, projects }
}

async function copied(tx: Db, reach: Reach, key: PlanKey) {
  const found = await findPlan(tx, reach, key)
  if (!found) throw missing('plans.unknown')
  const { expected, qualityTarget, goals, problems, topics, projects, basis } = found.plan
  return { expected, qualityTarget, goals, problems, topics, projects, basis }
}
