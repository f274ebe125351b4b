import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { sentenceOf } from '../../kernel/refuse.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantActivity, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Organization, Person, World } from '../../testing/world.ts'
import { attendances, closures } from '../activities/table.ts'
import { waiting } from '../procedures/views/waiting.ts'
import { decide, revise, submit } from './acts/approve.ts'
import { close } from './acts/close.ts'
import { draft } from './acts/draft.ts'
import { cancelItem, saveItem } from './acts/items.ts'
import { pasteQuotas, setQuotas } from './acts/quotas.ts'
import { save } from './acts/save.ts'
import { list } from './views/list.ts'
import { quotas } from './views/quotas.ts'
import { sessions, show } from './views/show.ts'

let world: World
let town: Organization
let clerk: Person
beforeEach(async () => {
  world = await plant(db)
  town = await plantOrganization(db, world.county, '青山镇党委', { kind: 'committee' })
  clerk = await plantCaller(db, town, { office: 'clerk' })
})

const goal = {
  id: newId(),
  text: '能独立主持组织生活',
  measure: '模拟主持考核',
  target: '九成合格',
}
const problem = { id: newId(), text: '书记不会开展党课', source: '年度述职评议' }

export const item = {
  title: '支部书记示范班',
  type: 'basics' as const,
  mode: 'lecture' as const,
  heading: 'skills' as const,
  audience: {},
  from: '2026-03-01',
  until: '2026-05-20',
  sessions: 1,
  persons: 2,
  minutes: 480,
  place: '县委党校',
  goalId: goal.id,
  projectId: null,
  problemIds: [problem.id],
  parts: [
    { title: '网上预习', isOnline: true, minutes: 120 },
    { title: '集中授课', isOnline: false, minutes: 360 },
  ],
  effect: '会组织、会讲课',
  measure: '结业考核',
  targetShare: 90,
}

async function begin(by: Person, organization: Organization, kind: 'annual' | 'study' = 'annual') {
  const planId = newId()
  const years = { fromYear: 2026, untilYear: 2026 }
  const words = { title: '2026年党员教育培训计划', kind, curricula: [], copyOf: null, ...years }
  await draft(by, { planId, organizationId: organization.id, ...words })
  const key = { unitId: organization.unitId, planId }
  const facts = { title: words.title, expected: '', qualityTarget: 85, projects: [], basis: [] }
  const all = { ...facts, ...years, goals: [goal], problems: [problem], topics: [] }
  await save(by, { ...key, version: 0, ...all })
  return { ...key, all }
}

async function versionOf(by: Person, { unitId, planId }: { unitId: string; planId: string }) {
  return (await show(by, { unitId, planId })).version
}

async function approve(by: Person, above: Person, { unitId, planId }: Keys) {
  await submit(by, { unitId, planId, version: await versionOf(by, { unitId, planId }) })
  const decision = { step: 'approve', outcome: 'approve', reason: '' }
  return decide(above, { unitId, planId, ...decision })
}
type Keys = { unitId: string; planId: string }

async function hold(itemId: string, organization: Organization, people: readonly Person[]) {
  const startsAt = new Date('2026-05-10T01:00:00Z')
  const endsAt = new Date('2026-05-10T09:00:00Z')
  const facts = {
    title: '书记班第一期',
    startsAt,
    endsAt,
    planItemId: itemId,
    heading: 'skills' as const,
  }
  const { unitId, activityId } = await plantActivity(db, organization, facts)
  const row = { unitId, activityId, closedAt: endsAt, closedBy: newId(), closedByName: '书记' }
  await db.insert(closures).values({ ...row, isLate: false, postedMinutes: 0 })
  for (const { actor } of people) {
    const mark = { mark: 'present', way: 'rollCall', at: startsAt, byId: newId() } as const
    await db
      .insert(attendances)
      .values({ unitId, activityId, memberUnitId: unitId, memberId: actor.personId, ...mark })
  }
}

test('two who begin the plan of a year at once begin one, and no plan moves into the year of another', async () => {
  const words = { title: '2026年计划', kind: 'annual' as const, curricula: [], copyOf: null }
  const years = { fromYear: 2026, untilYear: 2026 }
  const form = { ...words, ...years, organizationId: town.id }
  const begun = await Promise.allSettled(
    [1, 2, 3].map(() => draft(clerk, { ...form, planId: newId() })),
  )
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const next = newId()
  await draft(clerk, { ...form, fromYear: 2027, untilYear: 2027, planId: next })
  const facts = { title: '2026年计划', expected: '', qualityTarget: 85, goals: [], problems: [] }
  const moved = { ...facts, ...years, topics: [], projects: [], basis: [] }
  const key = { unitId: town.unitId, planId: next, version: 0 }
  await expectRefusal(save(clerk, { ...key, ...moved }), 'plans.known')
})

test('[S1-28] a plan is drafted, approved above, and kept in editions while it is revised', async () => {
  const { all: _, ...key } = await begin(clerk, town)
  const nothing = { ...key, version: await versionOf(clerk, key) }
  await expectRefusal(submit(clerk, nothing), 'plans.empty')
  await saveItem(clerk, { ...key, itemId: newId(), version: null, ...item })
  await submit(clerk, { ...key, version: await versionOf(clerk, key) })
  const mine = await waiting(world.organizer, { page: 1, size: 10 })
  expect(mine.rows).toMatchObject([{ title: '2026年党员教育培训计划', stepName: '上级审批' }])

  const own = { ...key, step: 'approve', outcome: 'approve', reason: '' }
  await expectRefusal(decide(clerk, own), 'procedures.above')
  const back = { ...own, outcome: 'return' }
  await expectRefusal(decide(world.organizer, back), 'procedures.reason')
  await decide(world.organizer, { ...back, reason: '补充农村党员项目' })
  expect(await show(clerk, key)).toMatchObject({ state: 'draft', edition: 0 })

  await approve(clerk, world.organizer, key)
  expect(await show(clerk, key)).toMatchObject({ state: 'approved', edition: 1 })
  await revise(clerk, { ...key, version: await versionOf(clerk, key) })
  const revised = await show(clerk, key)
  expect(revised).toMatchObject({ state: 'draft', isRevising: true, can: { write: true } })
  await approve(clerk, world.organizer, key)
  const { editions } = await show(clerk, key)
  expect(editions.map(({ edition, items }) => [edition, items])).toEqual([
    [2, 1],
    [1, 1],
  ])
})

describe('[S0-13] quotas by year, organization and cohort', () => {
  let key: Keys
  beforeEach(async () => {
    const { all: _, ...own } = await begin(world.organizer, world.county)
    key = own
  })

  test('come to their totals, or are refused naming the column', async () => {
    const cells = [
      { organizationId: world.east.id, cohort: 'all' as const, persons: 12 },
      { organizationId: town.id, cohort: 'all' as const, persons: 30 },
    ]
    const year = { ...key, year: 2026, version: await versionOf(world.organizer, key) }
    const short = { ...year, totals: [{ cohort: 'all' as const, persons: 50 }], cells }
    await expectRefusal(setQuotas(world.organizer, short), 'plans.quotaSum')
    await setQuotas(world.organizer, { ...short, totals: [{ cohort: 'all', persons: 42 }] })
    const shown = await quotas(world.organizer, { ...key, year: 2026 })
    expect(shown.totals).toEqual([{ cohort: 'all', persons: 42 }])
    expect(new Set(shown.cells.map(({ persons }) => persons))).toEqual(new Set([12, 30]))
    const outside = { ...year, version: year.version + 1, year: 2027, totals: [], cells: [] }
    await expectRefusal(setQuotas(world.organizer, outside), 'plans.quotaYear')
  })

  test.each([
    [
      '党组织\t党组织书记\t合计\n东支部\t2\t2\n青山镇党委\t3\t3\n合计\t6\t5',
      '第 4 行“合计”写的是 6 人',
    ],
    ['党组织\t党组织书记\t合计\n东支部\t2\t5\n合计\t2\t2', '第 2 行“东支部”各类相加 2 人'],
    ['党组织\t党组织书记\n南支部\t2\n合计\t2', '第 2 行“南支部”不是县委的直接下级'],
    ['党组织\t党组织书记\n东支部\t两个\n合计\t2', '“党组织书记”列应填人数，现在是“两个”'],
    ['党组织\t队长\n东支部\t2\n合计\t2', '“队长”不认识'],
    ['党组织\t党组织书记\n东支部\t2', '没有“合计”行'],
    ['党组织\t党组织书记\n东支部\t2\n东支部\t3\n合计\t5', '第 3 行“东支部”前面已经有一行'],
  ])('a pasted sheet that does not add up is refused: %#', async (text, said) => {
    const version = await versionOf(world.organizer, key)
    const paste = pasteQuotas(world.organizer, { ...key, version, year: 2026, text })
    const sentence = await paste.then(() => '', sentenceOf)
    expect(sentence).toContain(said)
    expect((await quotas(world.organizer, { ...key, year: 2026 })).cells).toEqual([])
  })

  test('a good sheet is kept, and those below see their own line once it is approved', async () => {
    const text = '党组织\t党组织书记\t合计\r\n东支部\t2\t2\r\n青山镇党委\t3\t3\r\n合计\t5\t5\r\n'
    const version = await versionOf(world.organizer, key)
    const pasted = await pasteQuotas(world.organizer, { ...key, version, year: 2026, text })
    expect(pasted).toMatchObject({ cells: 2, persons: 5 })
    await expectRefusal(quotas(clerk, key), 'plans.unknown')
    await saveItem(world.organizer, { ...key, itemId: newId(), version: null, ...item })
    await approve(world.organizer, world.organizer, key)
    const below = await quotas(clerk, { ...key, year: 2026 })
    expect(below.cells).toMatchObject([{ organizationId: town.id, persons: 3, trained: 0 }])
    const { rows } = await list(clerk, { organizationId: town.id, page: 1, size: 50 })
    expect(rows).toMatchObject([{ place: 'above', state: 'approved' }])
  })
})

test('[S0-14] the lights of date, quality and count follow from what was held, and open to it', async () => {
  const { all: _, ...key } = await begin(world.organizer, world.county)
  const itemId = newId()
  await saveItem(world.organizer, { ...key, itemId, version: null, ...item })
  await approve(world.organizer, world.organizer, key)
  const before = await show(world.organizer, key)
  expect(before.items[0]?.lights).toMatchObject({
    date: { light: 'late' },
    quality: { light: 'none' },
    count: { light: 'late' },
  })
  await hold(itemId, world.east, [world.secretary, world.member])
  const after = await show(world.organizer, key)
  expect(after.items[0]?.lights).toMatchObject({
    date: { light: 'good' },
    quality: { light: 'good' },
    count: { light: 'good' },
  })
  const behind = await sessions(world.organizer, { ...key, itemId, page: 1, size: 50 })
  expect(behind.rows).toMatchObject([{ title: '书记班第一期', due: 2, present: 2 }])
  const drop = { ...key, itemId, version: 0, reason: '不办了' }
  await expectRefusal(cancelItem(world.organizer, drop), 'plans.held')
})

test('[S0-25] [S0-26] what was expected stands beside what came of it, and the next plan hears of it', async () => {
  const { all: _, ...key } = await begin(world.organizer, world.county)
  const [held, never] = [newId(), newId()]
  await saveItem(world.organizer, { ...key, itemId: held, version: null, ...item, persons: 5 })
  const vague = { ...item, title: '技能班', effect: '', measure: '' }
  await saveItem(world.organizer, { ...key, itemId: never, version: null, ...vague })
  const asked = async () => ({ ...key, version: await versionOf(world.organizer, key) })
  await expectRefusal(submit(world.organizer, await asked()), 'plans.effect')
  const said = { ...vague, effect: '学会直播', measure: '开播场次', version: 0 }
  await saveItem(world.organizer, { ...key, itemId: never, ...said })
  await approve(world.organizer, world.organizer, key)
  await hold(held, world.east, [world.secretary])

  const words = { actual: '按计划办班', suggestions: '提前联系师资' }
  const goals = [{ id: goal.id, actual: '八成合格', isMet: false }]
  const closing = async () => ({ ...(await asked()), ...words, goals })
  await expectRefusal(close(world.organizer, await closing()), 'plans.notOver')
  const drop = { ...key, itemId: never, version: 1, reason: '报名不足' }
  await cancelItem(world.organizer, drop)
  const unsaid = { ...(await closing()), goals: [] }
  await expectRefusal(close(world.organizer, unsaid), 'plans.goalActual')
  const { comparisons } = await close(world.organizer, await closing())
  expect(comparisons.map(({ what, isMet }) => [what, isMet])).toEqual([
    ['目标：能独立主持组织生活', false],
    ['技能班', false],
    ['支部书记示范班', false],
  ])
  expect(comparisons.find(({ key: own }) => own === held)).toMatchObject({
    expected: '1 场、5 人，到课率 90%；会组织、会讲课（结业考核）',
    actual: '1 场、1 人，到课率 100%',
    suggestion: '少训 4 人：下一期分期办班，或把线上、送学的名额加进来',
  })

  const planId = newId()
  const next = { planId, organizationId: world.county.id, kind: 'annual' as const, title: '明年' }
  const from = { fromYear: 2027, untilYear: 2027, curricula: [], copyOf: key }
  await draft(world.organizer, { ...next, ...from })
  const copy = await show(world.organizer, { ...key, planId })
  expect(copy).toMatchObject({ lessons: '提前联系师资', goals: [goal], problems: [problem] })
})
