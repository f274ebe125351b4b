import type { PlanItemFacts } from '@zhixing/contract'
import { keyProjects } from '@zhixing/contract/plan-words.ts'
import { keysOf } from '@zhixing/contract'
import { and, eq, inArray } from 'drizzle-orm'
import { dayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities } from '../modules/activities/table.ts'
import { planEditions, planItems, planQuotas, plans, policies } from '../modules/plans/table.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }

const goal = {
  id: newId(),
  text: '支部书记能独立主持组织生活、讲好党课',
  measure: '结业模拟考核',
  target: '九成合格',
}
const problem = { id: newId(), text: '部分支部学习只念文件', source: '上一年述职评议' }
const ruralTopic = {
  id: newId(),
  heading: 'ruralLaw' as const,
  title: '法治乡村专题',
  minMinutes: 120,
  audience: { cohorts: ['rural' as const] },
  isMandatory: true,
}

/** The county's document, its plan of the year as approved, and the study plan that one branch has put forward. */
export async function plantPlans(
  { tx, now }: Scene,
  { county, organizations, branches }: DemoTree,
) {
  const year = yearOf(dayOf(now))
  const place = { unitId: county.unitId, organizationId: county.id, path: county.path }
  const by = { createdBy: county.id, createdAt: now }
  const basis = await plantPolicy(tx, place, now)
  const planId = newId()
  const projects = keysOf(keyProjects).map((key, at) => ({
    id: newId(),
    key,
    name: keyProjects[key],
    targetPersons: 60 + at * 20,
    targetClasses: 2,
  }))
  const title = `${year}年全县党员教育培训计划`
  const facts = {
    ...place,
    kind: 'annual' as const,
    title,
    fromYear: year,
    untilYear: year,
    expected: '书记轮训一遍，农村党员法治专题全部学够。',
    goals: [goal],
    problems: [problem],
    topics: [ruralTopic],
    projects,
    basis: [basis],
  }
  await tx.insert(plans).values({ ...facts, ...by, id: planId, state: 'approved', edition: 1 })
  const items = itemsOf(year, projects[0]?.id ?? null)
  const kept = items.map((item) => ({ ...item, id: newId() }))
  const common = { unitId: county.unitId, planId, path: county.path, createdBy: county.id, at: now }
  await tx.insert(planItems).values(kept.map((item) => ({ ...item, ...common })))
  const persons = await plantQuotas(tx, { unitId: county.unitId, planId, year }, organizations)
  await tx.insert(planEditions).values({
    unitId: county.unitId,
    id: newId(),
    planId,
    edition: 1,
    approvedAt: now,
    approvedByName: '县委组织部',
    topics: [ruralTopic],
    snapshot: { items: items.length, persons },
  })
  await carryOut(
    tx,
    kept[1]?.id,
    branches.filter((_, at) => at % 3 === 0).map(({ id }) => id),
  )
}

type Place = { unitId: string; organizationId: string; path: string }

async function plantPolicy(tx: Db, place: Place, now: Date) {
  const [id, taskId] = [newId(), newId()]
  await tx.insert(policies).values({
    ...place,
    id,
    title: '2024—2028年党员教育培训工作实施方案',
    kind: 'plan',
    level: 'county',
    number: '禾组发〔2024〕5号',
    issuer: '禾岭县委组织部',
    issuedOn: '2024-04-02',
    from: '2024-01-01',
    until: '2028-12-31',
    summary: '五年内把全县党员轮训一遍，重点抓好四项工程。',
    tasks: [
      { id: taskId, text: '每年举办支部书记示范班' },
      { id: newId(), text: '流动党员每年至少参加一次线上培训' },
    ],
    byId: place.organizationId,
    at: now,
  })
  return { policyUnitId: place.unitId, policyId: id, taskId }
}

function itemsOf(year: number, projectId: string | null): PlanItemFacts[] {
  const common = {
    audience: {},
    place: '县委党校',
    goalId: goal.id,
    projectId: null,
    problemIds: [problem.id],
    parts: [],
    measure: '结业考核',
    targetShare: 85,
  }
  return [
    {
      ...common,
      title: '支部书记示范班',
      type: 'basics',
      mode: 'lecture',
      heading: 'skills',
      audience: { cohorts: ['secretary'] },
      from: `${year}-03-01`,
      until: `${year}-06-30`,
      sessions: 2,
      persons: 60,
      minutes: 960,
      projectId,
      effect: '会主持、会讲课',
      parts: [
        { title: '线上预习', isOnline: true, minutes: 240 },
        { title: '集中授课', isOnline: false, minutes: 720 },
      ],
    },
    {
      ...common,
      title: '全会精神进支部',
      type: 'political',
      mode: 'discussion',
      heading: 'theory',
      from: `${year}-01-01`,
      until: `${year}-12-20`,
      sessions: 40,
      persons: 600,
      minutes: 120,
      effect: '人人知晓、联系实际讨论',
    },
    {
      ...common,
      title: '大棚种植实训',
      type: 'technology',
      mode: 'practice',
      heading: 'ruralFarming',
      audience: { cohorts: ['farmer'] },
      from: `${year}-09-01`,
      until: `${year}-12-20`,
      sessions: 4,
      persons: 80,
      minutes: 480,
      effect: '掌握一门种植技术',
    },
  ]
}

type Year = { readonly unitId: string; readonly planId: string; readonly year: number }

async function plantQuotas(tx: Db, plan: Year, organizations: DemoTree['organizations']) {
  const [root] = organizations
  const children = organizations.filter(({ parentId }) => parentId === root?.id)
  const cells = children.map(({ id }, at) => ({ organizationId: id, persons: 6 + (at % 5) * 2 }))
  const persons = cells.reduce((all, cell) => all + cell.persons, 0)
  const cohort = 'secretary' as const
  await tx
    .insert(planQuotas)
    .values([
      { ...plan, cohort, organizationId: null, persons },
      ...cells.map((cell) => ({ ...plan, cohort, ...cell })),
    ])
  return persons
}

/** Some branches said of a theme day that it carries out the item, so that its lights show something. */
async function carryOut(tx: Db, itemId: string | undefined, branchIds: readonly string[]) {
  if (!itemId || branchIds.length === 0) return
  await tx
    .update(activities)
    .set({ planItemId: itemId, heading: 'theory' })
    .where(and(inArray(activities.organizationId, [...branchIds]), eq(activities.kind, 'themeDay')))
}
