import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantOrganization } from '../../testing/world.ts'
import { goal, itemOf, noon, plantPlanning } from '../../testing/plans.ts'
import { decide, submit } from './acts/approve.ts'
import { draft } from './acts/draft.ts'
import { saveItem } from './acts/items.ts'
import { setQuotas } from './acts/quotas.ts'
import { save } from './acts/save.ts'
import { plant } from '../../testing/world.ts'
import { itemInForce, planItemsOf, quotasOf } from './index.ts'
import { planItems, plans } from './table.ts'
import { calendar } from './views/calendar.ts'
import { curriculum } from './views/curriculum.ts'
import { mine, options } from './views/mine.ts'
import { overlaps } from './views/overlaps.ts'
import { quotas } from './views/quotas.ts'
import { sessions, show } from './views/show.ts'

let planning: Awaited<ReturnType<typeof plantPlanning>>
beforeEach(async () => void (planning = await plantPlanning()))

test('[S1-72] two plans that call the same people for the same thing are found', async () => {
  const { world, village, villager, begin, add } = planning
  const [county, branch] = [await begin(), await begin({ by: villager, organization: village })]
  await add(county)
  await add(branch, { title: '村里自办种植课', from: '2026-10-20', until: '2026-11-20' }, villager)
  await add(county, { title: '法治课', heading: 'ruralLaw' })
  const found = await overlaps(world.organizer, { organizationId: world.county.id })
  expect(found.checked).toBe(3)
  expect(found.rows).toMatchObject([{ heading: 'ruralFarming', persons: 1 }])
  expect(found.rows[0]?.sentence).toContain('县委和河湾村支部都安排了“发展现代农业”')
})

test('plans side by side in the tree crowd out no pair of plans that share people', async () => {
  const { world, village, villager, begin, add } = planning
  const [county, branch] = [await begin(), await begin({ by: villager, organization: village })]
  const early = { from: '2026-01-05', until: '2026-01-20' }
  const itemId = await add(branch, { ...early, title: '冬训' }, villager)
  const [plan] = await db.select().from(plans).where(eq(plans.id, branch.planId))
  const [item] = await db.select().from(planItems).where(eq(planItems.id, itemId))
  if (!plan || !item) throw new Error('nothing was planned')
  for (let at = 0; at < 12; at += 1) {
    const other = await plantOrganization(db, world.county, `${at}支部`)
    const [planId, { path, id: organizationId }] = [newId(), other]
    await db.insert(plans).values({ ...plan, id: planId, organizationId, path })
    await db.insert(planItems).values({ ...item, id: newId(), planId, path })
  }
  await add(county, { title: '秋收后大棚课', from: '2026-10-01', until: '2026-10-31' })
  await add(branch, { title: '村里自办种植课', from: '2026-10-20', until: '2026-11-20' }, villager)
  const found = await overlaps(world.organizer, { organizationId: world.county.id })
  expect(found.checked).toBe(15)
  expect(found.rows).toMatchObject([{ heading: 'ruralFarming', persons: 1 }])
})

test('[S1-74] the calendar says how many sessions of each type a year holds', async () => {
  const { world, begin, add } = planning
  const key = await begin()
  await add(key)
  await add(key, { title: '入党誓词', type: 'political', heading: 'theory', sessions: 4 })
  const shown = await calendar(world.organizer, { organizationId: world.county.id, year: 2026 })
  expect(shown.types.map(({ type, sessions: times }) => [type, times])).toEqual([
    ['political', 4],
    ['basics', 0],
    ['technology', 2],
    ['vocational', 0],
  ])
  expect(shown.rows.map(({ title }) => title)).toContain('大棚种植培训')
})

test('[S2-05] the four key projects have targets, classes and completion', async () => {
  const { world, begin, add, hold } = planning
  const key = await begin()
  const { projects, version, ...plan } = await show(world.organizer, key)
  expect(projects).toHaveLength(4)
  const aimed = projects.map((one) => ({ ...one, targetPersons: 4, targetClasses: 2 }))
  const { title, fromYear, untilYear, expected, qualityTarget, goals, problems, topics } = plan
  const facts = { title, fromYear, untilYear, expected, qualityTarget, goals, problems, topics }
  await save(world.organizer, { ...key, version, ...facts, projects: aimed, basis: [] })
  const projectId = projects[3]?.id ?? null
  const itemId = await add(key, { projectId })
  await hold({ planItemId: itemId, heading: 'ruralFarming' })
  const { projectStates } = await show(world.organizer, key)
  expect(projectStates[3]).toMatchObject({
    name: '党员创业就业技能培训工程',
    plannedClasses: 2,
    heldClasses: 1,
    persons: 1,
    share: 25,
  })
})

test('[S3-30] [S3-06] a branch drafts its study plan with online and offline parts, has it approved, and sees progress', async () => {
  const { world, village, villager, begin, add, hold } = planning
  const key = await begin({ by: villager, organization: village })
  const uneven = [{ title: '线上', isOnline: true, minutes: 60 }]
  await expectRefusal(add(key, { parts: uneven }, villager), 'plans.parts')
  const parts = [...uneven, { title: '集中', isOnline: false, minutes: 180 }]
  const itemId = await add(key, { parts }, villager)
  const { version } = await show(villager, key)
  await submit(villager, { ...key, version })
  await decide(world.organizer, { ...key, step: 'approve', outcome: 'approve', reason: '' })
  await hold({ planItemId: itemId, heading: 'ruralFarming' })
  const shown = await show(villager, key)
  expect(shown).toMatchObject({ state: 'approved', kind: 'study' })
  expect(shown.items[0]).toMatchObject({ parts, held: { sessions: 1, persons: 1 } })
  expect((await sessions(villager, { ...key, itemId, page: 1, size: 50 })).rows).toHaveLength(1)
  const offered = await options(villager, { organizationId: village.id })
  expect(offered.rows).toMatchObject([{ itemId, planTitle: '河湾村支部2026年计划' }])
})

test('[S4-20] each sees what the plans hold for their post and tier', async () => {
  const { world, villager, begin, add, approve } = planning
  const key = await begin()
  await add(key)
  await add(key, { title: '书记轮训', audience: { posts: ['secretary' as const] } })
  await add(key, { title: '机关党员讲座', audience: { sectors: ['agency' as const] } })
  await approve(key)
  expect((await mine(villager, {})).items.map(({ title }) => title)).toEqual(['大棚种植培训'])
  expect((await mine(world.member, {})).items).toEqual([])
})

test('[S0-03] a problem is linked to the items that address it, and cannot be dropped under them', async () => {
  const { world, begin, add } = planning
  const key = await begin()
  const { version, ...plan } = await show(world.organizer, key)
  const problem = { id: newId(), text: '农闲时不会组织学习', source: '村党组织书记座谈' }
  const { title, fromYear, untilYear, expected, qualityTarget, goals, topics, projects } = plan
  const facts = { title, fromYear, untilYear, expected, qualityTarget, goals, topics, projects }
  const register = (version_: number, problems: (typeof problem)[]) =>
    save(world.organizer, { ...key, version: version_, ...facts, basis: [], problems })
  await register(version, [problem])
  const itemId = await add(key, { problemIds: [problem.id] })
  const shown = await show(world.organizer, key)
  expect(shown.problems).toEqual([problem])
  expect(shown.items.find((one) => one.itemId === itemId)?.problemIds).toEqual([problem.id])
  await expectRefusal(register(shown.version, []), 'plans.goalUsed')
  await expectRefusal(add(key, { problemIds: [newId()] }), 'plans.goal')
})

test('[S0-24] [S4-19] an item says when its way of teaching does not suit those it is for', async () => {
  const { world, begin, add } = planning
  const key = await begin()
  await add(key, { mode: 'online', audience: { cohorts: ['old' as const] } })
  await add(key, { mode: 'homeDelivery', audience: { cohorts: ['old' as const] } })
  const { items } = await show(world.organizer, key)
  const unsuited = new Map(items.map((one) => [one.mode, one.unsuited]))
  expect(unsuited.get('online')).toEqual(['60 岁及以上'])
  expect(unsuited.get('homeDelivery')).toEqual([])
  const { modes } = await curriculum(world.organizer, { organizationId: world.county.id })
  expect(modes.find(({ mode }) => mode === 'homeDelivery')).toMatchObject({ planned: 1 })
})

test('neighbours ask for items and quotas by the door', async () => {
  const { village, begin, add, approve } = planning
  const key = await begin()
  const itemId = await add(key)
  const reach = [village.path]
  expect(await planItemsOf(db, reach, key)).toEqual([])
  const here = { itemId, path: village.path }
  expect(await itemInForce(db, here)).toBeUndefined()
  await approve(key)
  expect(await planItemsOf(db, reach, key)).toMatchObject([{ id: itemId }])
  expect(await itemInForce(db, here)).toMatchObject({ item: { goalId: goal.id } })
  expect(await itemInForce(db, { ...here, path: (await plant(db)).county.path })).toBeUndefined()
  expect(await quotasOf(db, key, noon)).toEqual([])
})

test('[S0-12] a five-year rotation has targets, dates, classes and quotas by year, and is approved', async () => {
  const { world } = planning
  const planId = newId()
  const key = { unitId: world.county.unitId, planId }
  const years = { fromYear: 2024, untilYear: 2028 }
  const words = { kind: 'fiveYear' as const, title: '全员轮训规划', curricula: [], copyOf: null }
  const asked = { planId, organizationId: world.county.id, ...words }
  const long = draft(world.organizer, { ...asked, fromYear: 2024, untilYear: 2029 })
  await expectRefusal(long, 'plans.years')
  await draft(world.organizer, { ...asked, ...years })
  const target = { ...goal, text: '五年轮训一遍', measure: '参训率', target: '100%' }
  const facts = { title: words.title, expected: '', qualityTarget: 85, problems: [], basis: [] }
  const all = { ...facts, ...years, goals: [target], topics: [], projects: [] }
  await save(world.organizer, { ...key, version: 0, ...all })
  const dated = itemOf({ from: '2025-03-01', until: '2028-11-30', sessions: 20, persons: 400 })
  await saveItem(world.organizer, { ...key, itemId: newId(), version: null, ...dated })
  for (const [at, year] of [2024, 2025, 2026, 2027, 2028].entries()) {
    const cells = [{ organizationId: world.east.id, cohort: 'all' as const, persons: 20 + at }]
    const totals = [{ cohort: 'all' as const, persons: 20 + at }]
    // One year after the other, as each counts the plan up.
    // oxlint-disable-next-line no-await-in-loop
    await setQuotas(world.organizer, { ...key, version: 1 + at, year, totals, cells })
  }
  await planning.approve(key)
  const shown = await show(world.organizer, key)
  expect(shown).toMatchObject({ kind: 'fiveYear', state: 'approved', ...years, goals: [target] })
  expect(shown.editions).toMatchObject([{ edition: 1, items: 1, persons: 110 }])
  const inYear = await quotas(world.organizer, { ...key, year: 2027 })
  expect(inYear).toMatchObject({ years: [2024, 2025, 2026, 2027, 2028], totals: [{ persons: 23 }] })
  const calendarOf = await calendar(world.organizer, {
    organizationId: world.county.id,
    year: 2027,
  })
  expect(calendarOf.rows).toMatchObject([{ sessions: 20, until: '2028-11-30', isDraft: false }])
})
