import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantActivity, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Organization, Person, World } from '../../testing/world.ts'
import { attendances, closures } from '../activities/table.ts'
import { postHours } from '../ledgers/index.ts'
import { board } from '../requirements/views/board.ts'
import { derivation } from '../requirements/views/derivation.ts'
import { decide, submit } from './acts/approve.ts'
import { draft } from './acts/draft.ts'
import { saveItem } from './acts/items.ts'
import { keep } from './acts/keep-policy.ts'
import { save } from './acts/save.ts'
import { addPlanItem, planItemOf, planItemsOf, quotasOf } from './index.ts'
import { calendar } from './views/calendar.ts'
import { curriculum } from './views/curriculum.ts'
import { mine, options } from './views/mine.ts'
import { overlaps } from './views/overlaps.ts'
import { listPolicies } from './views/policies.ts'
import { sessions, show } from './views/show.ts'

let world: World
let village: Organization
let villager: Person
beforeEach(async () => {
  world = await plant(db)
  village = await plantOrganization(db, world.county, '河湾村支部', { sector: 'village' })
  villager = await plantCaller(db, village, { name: '李禾', office: 'secretary' })
})

const goal = { id: newId(), text: '掌握一门种植技术', measure: '田间考核', target: '八成合格' }
const noon = new Date('2026-06-01T04:00:00Z')

function itemOf(changes: object = {}) {
  return {
    title: '大棚种植培训',
    type: 'technology' as const,
    mode: 'practice' as const,
    heading: 'ruralFarming' as const,
    audience: { cohorts: ['rural' as const] },
    from: '2026-04-01',
    until: '2026-10-31',
    sessions: 2,
    persons: 20,
    minutes: 240,
    place: '示范大棚',
    goalId: goal.id,
    projectId: null,
    problemIds: [],
    parts: [],
    effect: '会管理大棚',
    measure: '田间考核',
    targetShare: 80,
    ...changes,
  }
}

type Begin = { by?: Person; organization?: Organization; topics?: unknown[]; curricula?: ('rural' | 'organ')[] }

async function begin({ by = world.organizer, organization = world.county, topics, curricula = [] }: Begin = {}) {
  const planId = newId()
  const years = { fromYear: 2026, untilYear: 2026 }
  const kind = organization === world.county ? ('annual' as const) : ('study' as const)
  const title = `${organization.name}2026年计划`
  const words = { organizationId: organization.id, kind, title, copyOf: null, curricula }
  await draft(by, { planId, ...words, ...years })
  const key = { unitId: organization.unitId, planId }
  const { topics: ready, projects, version } = await show(by, key)
  const facts = { title, expected: '', qualityTarget: 80, goals: [goal], problems: [], basis: [] }
  await save(by, { ...key, version, ...years, ...facts, projects, topics: (topics ?? ready) as never })
  return key
}
type Key = { unitId: string; planId: string }

async function add(key: Key, changes: object = {}, by: Person = world.organizer) {
  const itemId = newId()
  await saveItem(by, { ...key, itemId, version: null, ...itemOf(changes) })
  return itemId
}

async function approve(key: Key, by: Person = world.organizer) {
  const { version } = await show(by, key)
  await submit(by, { ...key, version })
  await decide(world.organizer, { ...key, step: 'approve', outcome: 'approve', reason: '' })
}

async function hold(changes: object, people: readonly Person[] = [villager]) {
  const endsAt = new Date('2026-05-10T05:00:00Z')
  const when = { startsAt: new Date('2026-05-10T01:00:00Z'), endsAt }
  const { unitId, activityId } = await plantActivity(db, village, { ...when, ...changes })
  const closed = { closedAt: endsAt, closedBy: newId(), closedByName: '书记' }
  await db.insert(closures).values({ unitId, activityId, ...closed, isLate: false, postedMinutes: 0 })
  for (const { actor } of people) {
    const mark = { mark: 'present', way: 'rollCall', at: endsAt, byId: newId() } as const
    await db.insert(attendances).values({ unitId, activityId, memberId: actor.personId, ...mark })
  }
}

function study(person: Person, heading: string, minutes: number) {
  const { unitId, personId: memberId } = person.actor
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const facts = { source: 'study', title: '专题学习', isCentralized: true, heading } as const
  const sourceId = newId()
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId, day: '2026-05-10' }
  return inTransaction(db, (tx) => postHours(tx, [{ unitId, memberId, minutes, ...facts, ...rule, ...by }]))
}

describe('[S1-27] a mandatory topic of an approved plan', () => {
  const topic = {
    id: newId(),
    heading: 'ruralLaw' as const,
    title: '乡村法治专题',
    minMinutes: 240,
    audience: { cohorts: ['rural' as const] },
    isMandatory: true,
  }
  const onBoard = () =>
    board(world.organizer, {
      organizationId: world.county.id,
      requirement: 'planTopics',
      sort: 'gap',
      page: 1,
      size: 50,
    })

  test('is owed by its audience on the requirement board, with where it comes from', async () => {
    const key = await begin({ topics: [topic] })
    await add(key)
    expect((await onBoard()).rows).toEqual([])
    await approve(key)
    await study(villager, 'ruralLaw', 120)
    await study(villager, 'theory', 600)

    const shown = await onBoard()
    expect(shown.rows).toMatchObject([
      { name: '李禾', doneMinutes: 120, dueYearMinutes: 240, standing: 'onCourse' },
    ])
    expect(shown.requirement.clause).toBe('县委《县委2026年计划》')
    const { unitId, personId: memberId } = villager.actor
    const told = await derivation(world.organizer, { unitId, memberId, requirement: 'planTopics' })
    expect(told.steps[0]).toMatchObject({
      label: '“推进法治乡村建设”应学 4 学时，已学 2，计入',
      value: '2 学时',
    })
    expect(told.rules).toMatchObject([
      { name: '乡村法治专题', value: '不少于 4 学时', clause: '县委《县委2026年计划》' },
    ])
  })

  test('[S0-22] shows on the plan how many of its audience have completed it', async () => {
    const key = await begin({ topics: [topic] })
    const before = await show(world.organizer, key)
    expect(before.topicStates).toMatchObject([{ people: 1, met: 0, isMandatory: true }])
    await study(villager, 'ruralLaw', 240)
    const after = await show(world.organizer, key)
    expect(after.topicStates).toMatchObject([{ title: '乡村法治专题', people: 1, met: 1 }])
  })
})

test('[S1-33] [S1-35] a plan may begin from the six heads for villages and the eight for organs', async () => {
  const key = await begin({ curricula: ['rural', 'organ'] })
  const { topics } = await show(world.organizer, key)
  expect(topics.filter(({ audience }) => audience.cohorts?.includes('rural'))).toHaveLength(6)
  expect(topics.filter(({ audience }) => audience.sectors?.includes('agency'))).toHaveLength(8)
  const map = await curriculum(world.organizer, { organizationId: world.county.id })
  expect(map.curricula.find((one) => one.key === 'rural')).toMatchObject({ people: 1 })
})

test('[S4-53] [S4-54] the map names what was never taught; the methods stand beside', async () => {
  await hold({ heading: 'ruralFarming', method: 'field' })
  await hold({ heading: 'ruralFarming', method: 'reading', title: '念文件' })
  const map = await curriculum(villager, { organizationId: village.id })
  const rural = map.curricula.find((one) => one.key === 'rural')?.headings ?? []
  const never = rural.filter(({ sessions: times }) => times === 0).map(({ heading }) => heading)
  expect(never).toHaveLength(5)
  expect(rural.find(({ heading }) => heading === 'ruralFarming')).toMatchObject({
    sessions: 2,
    persons: 1,
  })
  const share = new Map(map.methods.map((one) => [one.method, one.share]))
  expect([share.get('现场教学'), share.get('领学研读'), share.get('讲授')]).toEqual([50, 50, 0])
})

test('[S2-49] needs that surveys brought are matched with what was taught', async () => {
  const key = await begin()
  const common = { ...key, reach: [world.county.path], by: newId(), now: noon }
  const from = { origin: `survey:${newId()}`, originSentence: '2026年需求调研' }
  await inTransaction(db, (tx) => addPlanItem(tx, { ...common, ...from, facts: itemOf() }))
  const law = itemOf({ title: '法律讲座', heading: 'ruralLaw' })
  await inTransaction(db, (tx) => addPlanItem(tx, { ...common, ...from, facts: law }))
  await hold({ heading: 'ruralFarming' })
  const { needs } = await curriculum(world.organizer, { organizationId: world.county.id })
  expect(needs).toMatchObject({ asked: 2, delivered: 1, share: 50 })
  expect(needs.rows[0]).toMatchObject({ origin: '2026年需求调研' })
  const far = itemOf({ from: '2027-01-01', until: '2027-02-01' })
  const outside = inTransaction(db, (tx) => addPlanItem(tx, { ...common, ...from, facts: far }))
  await expectRefusal(outside, 'plans.dates')
})

test('[S1-72] two plans that call the same people for the same thing are found', async () => {
  const [county, branch] = [await begin(), await begin({ by: villager, organization: village })]
  await add(county)
  await add(branch, { title: '村里自办种植课', from: '2026-10-20', until: '2026-11-20' }, villager)
  await add(county, { title: '法治课', heading: 'ruralLaw' })
  const found = await overlaps(world.organizer, { organizationId: world.county.id })
  expect(found.checked).toBe(3)
  expect(found.rows).toMatchObject([{ heading: 'ruralFarming', persons: 1 }])
  expect(found.rows[0]?.sentence).toContain('县委和河湾村支部都安排了“发展现代农业”')
})

test('[S1-74] the calendar says how many sessions of each type a year holds', async () => {
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
  expect((await sessions(villager, { ...key, itemId })).rows).toHaveLength(1)
  const offered = await options(villager, { organizationId: village.id })
  expect(offered.rows).toMatchObject([{ itemId, planTitle: '河湾村支部2026年计划' }])
})

test('[S4-20] each sees what the plans hold for their post and tier', async () => {
  const key = await begin()
  await add(key)
  await add(key, { title: '书记轮训', audience: { posts: ['secretary' as const] } })
  await add(key, { title: '机关党员讲座', audience: { sectors: ['agency' as const] } })
  await approve(key)
  expect((await mine(villager, {})).items.map(({ title }) => title)).toEqual(['大棚种植培训'])
  expect((await mine(world.member, {})).items).toEqual([])
})

test('[S0-03] a problem is linked to the items that address it, and cannot be dropped under them', async () => {
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

describe('the library', () => {
  const task = { id: newId(), text: '每年对农村党员轮训一遍' }
  const facts = {
    title: '2024—2028年党员教育培训工作规划实施方案',
    kind: 'plan' as const,
    level: 'county' as const,
    number: '县组发〔2024〕3号',
    issuer: '县委组织部',
    issuedOn: '2024-03-01',
    from: '2024-01-01',
    until: '2028-12-31',
    summary: '',
    tasks: [task],
  }
  const kept = (policyId: string, changes: object = {}) =>
    keep(world.organizer, {
      policyId,
      organizationId: world.county.id,
      version: null,
      isNewEdition: false,
      fileIds: [],
      ...facts,
      ...changes,
    })
  const listed = (by: Person, organization: Organization) =>
    listPolicies(by, { organizationId: organization.id, all: false })

  test('[S3-01] its tasks are linked to the local plans that carry them out', async () => {
    const policyId = newId()
    await kept(policyId)
    const before = await listed(villager, village)
    expect(before).toMatchObject({ tasks: 1, open: 1, canKeep: false })
    const key = await begin({ by: villager, organization: village })
    const { version, goals, problems, topics, projects, ...plan } = await show(villager, key)
    const { title, fromYear, untilYear, expected, qualityTarget } = plan
    const told = { title, fromYear, untilYear, expected, qualityTarget, goals, problems, topics }
    const basis = [{ policyUnitId: world.county.unitId, policyId, taskId: task.id }]
    const strange = [{ ...basis[0]!, taskId: newId() }]
    const link = (list: typeof basis) =>
      save(villager, { ...key, version, ...told, projects, basis: list })
    await expectRefusal(link(strange), 'plans.basis')
    await link(basis)
    const after = await listed(villager, village)
    expect(after.open).toBe(0)
    expect(after.rows[0]?.carriedOut).toMatchObject([{ planTitle: '河湾村支部2026年计划' }])
    expect((await show(villager, key)).basisSentences[0]?.sentence).toBe(
      '《2024—2028年党员教育培训工作规划实施方案》（2024—2028）：每年对农村党员轮训一遍',
    )
    await expectRefusal(kept(policyId, { version: 0, tasks: [] }), 'policies.taskUsed')
  })

  test('[S3-32] a new wording stands beside the old', async () => {
    const policyId = newId()
    await kept(policyId, { kind: 'opinion', title: '党务干部队伍建设意见（试行）' })
    const changed = { version: 0, isNewEdition: true, title: '党务干部队伍建设意见', from: '2026-01-01' }
    expect(await kept(policyId, changed)).toMatchObject({ edition: 2 })
    const { rows } = await listed(world.organizer, world.county)
    expect(rows).toMatchObject([
      { title: '党务干部队伍建设意见', edition: 2, earlier: [{ edition: 1, from: '2024-01-01' }] },
    ])
    await expectRefusal(kept(policyId, changed), 'input.stale')
  })
})

test('[S0-24] [S4-19] an item says when its way of teaching does not suit those it is for', async () => {
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
  const key = await begin()
  const itemId = await add(key)
  const reach = [village.path]
  expect(await planItemsOf(db, reach, key)).toEqual([])
  expect(await planItemOf(db, [world.county.path], { ...key, itemId })).toBeUndefined()
  await approve(key)
  expect(await planItemsOf(db, reach, key)).toMatchObject([{ id: itemId }])
  expect(await planItemOf(db, reach, { ...key, itemId })).toMatchObject({ goal })
  expect(await quotasOf(db, key, noon)).toEqual([])
})
