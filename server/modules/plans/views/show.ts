import { contract } from '@zhixing/contract'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { isBranch } from '../../organizations/index.ts'
import { sessionsOf } from '../catalogue/held.ts'
import { tallyTopic } from '../catalogue/topics.ts'
import { nothingHeld } from '../rules/lights.ts'
import { findEditions, findItems, findPlan } from '../store/plans.ts'
import type { Plan } from '../store/plans.ts'
import { findPoliciesById } from '../store/policies.ts'
import { goalReportsOf } from './goals.ts'
import { headOf, itemState, litItems, planLights, sayWhom } from './states.ts'
import type { Lit } from './states.ts'

/** All of one plan. */
export const show = view(contract.plans.show, async ({ db, now, reach, actor }, key) => {
  const found = await findPlan(db, reach, key)
  if (!found) throw missing('plans.unknown')
  const { plan, organizationName, kind } = found
  const day = dayOf(now)
  const items = await findItems(db, plan.unitId, [plan.id])
  const lit = (await litItems(db, [{ plan, items }], day)).get(plan.id) ?? []
  const { expected, qualityTarget, goals, problems, topics, projects, basis } = plan
  const mayWrite = covers(reachOf(actor.appointments, 'plans.write'), plan.path)
  return {
    ...headOf(plan, organizationName, lit),
    expected,
    qualityTarget,
    goals: [...goals],
    problems: [...problems],
    topics: [...topics],
    projects: [...projects],
    basis: [...basis],
    version: plan.version,
    day,
    isBranch: isBranch(kind),
    items: lit.map(itemState),
    planLights: planLights(lit),
    topicStates: await topicStates(db, plan, { path: narrowest(reach, plan.path), day }),
    projectStates: projectStates(plan, lit),
    goalReports: await goalReportsOf(
      db,
      items.map(({ id }) => id),
    ),
    basisSentences: await basisSentences(db, plan),
    editions: await editionsOf(db, key),
    closing: closingOf(plan),
    lessons: plan.lessons,
    can: {
      write: mayWrite && plan.state === 'draft',
      change: mayWrite && (plan.state === 'draft' || plan.state === 'approved'),
      close: mayWrite && plan.state === 'approved',
    },
  }
})

/** The sessions behind the lights of an item. */
export const sessions = view(contract.plans.sessions, async ({ db, now, reach }, input) => {
  const { page, size, ...key } = input
  const found = await findPlan(db, reach, key)
  const items = found ? await findItems(db, key.unitId, [key.planId]) : []
  const item = items.find(({ id }) => id === key.itemId)
  if (!found || !item) throw missing('plans.item')
  const [lit] =
    (await litItems(db, [{ plan: found.plan, items: [item] }], dayOf(now))).get(key.planId) ?? []
  return {
    title: item.title,
    held: lit?.held ?? nothingHeld,
    ...(await sessionsOf(db, { item, reach }, { page, size })),
  }
})

/** Who reads a plan from above sees how their own part of the tree stands. */
function narrowest(reach: Reach, path: string): string {
  return covers(reach, path) ? path : (reach.find((root) => root.startsWith(path)) ?? path)
}

type Where = { readonly path: string; readonly day: string }

async function topicStates(db: Reader, plan: Plan, { path, day }: Where) {
  const year = Math.min(Math.max(yearOf(day), plan.fromYear), plan.untilYear)
  const tallies = await Promise.all(
    plan.topics.map((topic) => tallyTopic(db, topic, { path, year, day })),
  )
  return plan.topics.map(({ id, heading, title, minMinutes, isMandatory, audience }, at) => ({
    topicId: id,
    heading,
    title,
    minMinutes,
    isMandatory,
    audienceSentence: sayWhom(audience),
    people: tallies[at]?.people ?? 0,
    met: tallies[at]?.met ?? 0,
  }))
}

/** Of each key project: what is planned of it, what was held, and how far that is of its target. */
function projectStates({ projects }: Plan, lit: readonly Lit[]) {
  return projects.map(({ id, name, targetPersons, targetClasses }) => {
    const own = lit.filter(({ item }) => item.projectId === id && item.cancelReason === null)
    const sum = (of: (one: Lit) => number) => own.reduce((all, one) => all + of(one), 0)
    const persons = sum(({ held }) => held.persons)
    const heldClasses = sum(({ held }) => held.sessions)
    const [done, target] =
      targetPersons > 0 ? [persons, targetPersons] : [heldClasses, targetClasses]
    return {
      projectId: id,
      name,
      targetPersons,
      targetClasses,
      plannedClasses: sum(({ item }) => item.sessions),
      heldClasses,
      persons,
      share: target === 0 ? 0 : Math.round((done / target) * 100),
    }
  })
}

async function basisSentences(db: Reader, { basis }: Plan) {
  const found = await findPoliciesById(
    db,
    basis.map(({ policyId }) => policyId),
  )
  return basis.flatMap(({ policyUnitId, policyId, taskId }) => {
    const policy = found.find(({ id }) => id === policyId)
    const task = policy?.tasks.find(({ id }) => id === taskId)
    if (!policy || !task) return []
    const until = policy.until ? yearOf(policy.until) : '长期'
    const sentence = `《${policy.title}》（${yearOf(policy.from)}—${until}）：${task.text}`
    return { policyUnitId, policyId, taskId, sentence }
  })
}

async function editionsOf(db: Reader, key: Parameters<typeof findEditions>[1]) {
  const rows = await findEditions(db, key)
  return rows.map(({ edition, approvedAt, approvedByName, topics, snapshot }) => ({
    edition,
    approvedAt: approvedAt.toISOString(),
    approvedByName,
    topics: topics.length,
    items: snapshot.items,
    persons: snapshot.persons,
  }))
}

function closingOf(plan: Plan) {
  const { closedAt, closedByName, actual, suggestions, comparisons } = plan
  if (!closedAt) return null
  const at = closedAt.toISOString()
  return { at, byName: closedByName, actual, suggestions, comparisons: [...comparisons] }
}
