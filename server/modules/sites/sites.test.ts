import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantActivity, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { attendances } from '../activities/table.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember } from '../home/views/member.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { plantResource, lecturerDraft } from '../../testing/resources.ts'
import { listResources } from '../resources/views/list.ts'
import { retire } from '../resources/acts/retire.ts'
import { record } from './acts/record.ts'
import { remindSites } from './acts/remind.ts'
import { assign, found, keepEquipment } from './acts/sites.ts'
import { endStaff, keepStaff } from './acts/staff.ts'
import { sites } from './table.ts'
import { listMine, listSites, showMonth, showSite } from './views/list.ts'
import { listStaff } from './views/staff.ts'
import { listRecords, showCoverage, showStatistics } from './views/statistics.ts'

const page = { page: 1, size: 50 } as const
let world: World
/** A township with two villages, in one of which there is a site with somebody who keeps it. */
let scene: Awaited<ReturnType<typeof settle>>
beforeAll(async () => {
  world = await plant(db)
  scene = await settle()
})

async function settle() {
  const { county, organizer } = world
  const village = (employer: string) =>
    plantOrganization(db, township, `${employer}党支部`, { sector: 'village', employer })
  const township = await plantOrganization(db, county, '红溪镇党委', {
    kind: 'committee',
    sector: 'village',
  })
  const [red, blue] = [await village('红溪村'), await village('蓝溪村')]
  const secretary = await plantCaller(db, red, { office: 'secretary' })
  const manager = await plantCaller(db, red, { name: '管站人' })
  const other = await plantCaller(db, blue, { name: '邻村人' })
  const facts = { type: 'distanceSite', name: '红溪村远程教育站点', address: '红溪村部' } as const
  const managerId = manager.actor.memberId ?? ''
  const site = await found(secretary, { organizationId: red.id, ...facts, seats: 40, managerId })
  // As if it had been one since spring.
  await db.update(sites).set({ since: '2026-04-10' }).where(eq(sites.id, site.siteId))
  return { organizer, township, red, blue, secretary, manager, other, site, managerId }
}
const machine = {
  version: null,
  kind: 'computer',
  name: '一体机',
  count: 1,
  boughtOn: '2024-03-01',
  valueCents: 450_000,
  state: 'inUse',
} as const
const row = async (who: Person = scene.secretary) => {
  const asked = { ...page, organizationId: scene.red.id, text: '' }
  const [one] = (await listSites(who, asked)).rows
  if (!one) throw new Error('no site')
  return one
}
const told = {
  version: null,
  sessions: 3,
  playbacks: 2,
  minutesOpen: 600,
  attendance: 55,
  faults: '',
}

test('[S1-43] [S1-44] a site has machines with age and state; villages with a working site are counted, the others named', async () => {
  const { secretary, site, township, organizer, blue } = scene
  expect((await row()).trouble).toBe('没有在用的播放设备')
  const ask = { organizationId: township.id }
  expect((await showCoverage(organizer, ask)).villages).toEqual({ part: 0, of: 2, percent: 0 })
  const early = { ...site, equipmentId: newId(), ...machine, boughtOn: '2026-07-01' }
  await expectRefusal(keepEquipment(secretary, early), 'sites.bought')
  const computer = { ...site, equipmentId: newId(), ...machine }
  await keepEquipment(secretary, computer)
  await keepEquipment(secretary, computer)
  const old = { kind: 'display', name: '液晶电视', boughtOn: '2019-05-01' } as const
  await keepEquipment(secretary, { ...site, equipmentId: newId(), ...machine, ...old })
  const shown = await showSite(secretary, site)
  expect(shown).toMatchObject({ trouble: null, machines: 2, valueCents: 900_000 })
  expect(shown.equipment).toMatchObject([
    { kind: 'computer', age: 2, isOld: false },
    { kind: 'display', age: 7, isOld: true },
  ])
  const coverage = await showCoverage(organizer, { organizationId: world.county.id })
  expect(coverage).toMatchObject({
    villages: { part: 1, of: 2, percent: 50 },
    computers: { part: 1, of: 1, percent: 100 },
    displays: { part: 1, of: 1, percent: 100 },
    renewed: { part: 1, of: 2, percent: 50 },
    rows: [{ name: '红溪镇党委', without: ['蓝溪村'] }],
  })
  const form = { ...site, version: shown.version, managerId: scene.managerId }
  await assign(secretary, { ...form, isOutOfOrder: true, fault: '雷击烧坏主板' })
  await expectRefusal(assign(secretary, { ...form, isOutOfOrder: false, fault: '' }), 'input.stale')
  expect((await row()).trouble).toBe('故障停用：雷击烧坏主板')
  expect((await showCoverage(organizer, ask)).villages.part).toBe(0)
  await assign(secretary, { ...form, version: form.version + 1, isOutOfOrder: false, fault: '' })
  const stranger = await plantCaller(db, blue, { office: 'secretary' })
  await expectRefusal(showSite(stranger, site), 'sites.unknown')
  await expectRefusal(keepEquipment(stranger, computer), 'sites.unknown')
})

const may = (on: number, hour: number) => ({
  month: '2026-05',
  startsAt: new Date(Date.UTC(2026, 4, on, hour)),
  endsAt: new Date(Date.UTC(2026, 4, on, hour + 2)),
})
const place = '红溪村远程教育站点二楼'

test('[S0-42] each month a site tells what it was used for: reminded, filled from what was held there, late when late', async () => {
  const { secretary, manager, site, red, township, organizer, other } = scene
  const held = { ...may(12, 1), place, title: '观看警示片', method: 'viewing' } as const
  const { activityId } = await plantActivity(db, red, held)
  await plantActivity(db, red, { ...may(20, 1), place: '村口大树下' })
  await plantActivity(db, red, { ...may(25, 1), place, cancelledAt: new Date() })
  const there = { unitId: red.unitId, activityId, memberUnitId: red.unitId, byId: newId() }
  const present = { mark: 'present', way: 'rollCall', at: new Date() } as const
  for (const { actor } of [secretary, manager])
    await db.insert(attendances).values({ ...there, ...present, memberId: actor.memberId ?? '' })

  const asked = { ...site, month: '2026-05' }
  await expectRefusal(showMonth(other, asked), 'sites.unknown')
  const drafted = await showMonth(manager, asked)
  expect(drafted).toMatchObject({ dueOn: '2026-06-05', record: null })
  expect(drafted.held).toMatchObject([{ on: '2026-05-12', title: '观看警示片', attendance: 2 }])
  expect(drafted.suggested).toEqual({ sessions: 1, playbacks: 1, minutesOpen: 120, attendance: 2 })

  expect((await listMine(manager, {})).sites).toMatchObject([{ owes: ['2026-04', '2026-05'] }])
  expect(await remindSites(manager)).toBeGreaterThan(0)
  await remindSites(manager)
  const letters = await listInbox(manager, { ...page, onlyUnread: false })
  const ofSite = letters.rows.filter(({ link }) => link === '/sites')
  expect(ofSite).toMatchObject([{ title: '交站点记录：红溪村远程教育站点' }])
  const todo = { key: `site:${site.siteId}`, deadline: '2026-05-05' }
  expect((await showMember(manager, {})).todos).toContainEqual(expect.objectContaining(todo))
  const desk = await showBranch(secretary, { organizationId: red.id })
  expect(desk.todos).toContainEqual(expect.objectContaining(todo))

  await expectRefusal(record(other, { ...asked, ...told }), 'sites.unknown')
  await expectRefusal(record(manager, { ...site, ...told, month: '2026-06' }), 'sites.early')
  await expectRefusal(record(manager, { ...site, ...told, month: '2026-03' }), 'sites.before')
  expect(await record(manager, { ...asked, ...told })).toEqual({ version: 0, isLate: false })
  await expectRefusal(record(secretary, { ...asked, ...told }), 'sites.known')
  const late = await record(secretary, {
    ...site,
    ...told,
    month: '2026-04',
    faults: '网络中断两天',
  })
  expect(late.isLate).toBe(true)
  await record(manager, { ...asked, ...told, version: 0, attendance: 57 })
  await expectRefusal(record(manager, { ...asked, ...told, version: 0 }), 'input.stale')
  expect((await row()).owes).toEqual([])

  const below = await showStatistics(organizer, { organizationId: township.id, month: '2026-04' })
  expect(below.rows).toMatchObject([
    { name: '红溪村党支部', sites: 1, reported: 1, late: 1, faults: 1 },
  ])
  const may1 = { organizationId: world.county.id, month: '2026-05' }
  const whole = await showStatistics(organizer, may1)
  expect(whole.total).toMatchObject({
    sites: 1,
    reported: 1,
    late: 0,
    attendance: 57,
    playbacks: 2,
  })
  const rows = await listRecords(organizer, { ...page, ...may1 })
  expect(rows.rows).toMatchObject([{ name: '红溪村远程教育站点', sessions: 3, attendance: 57 }])
  expect(rows.total).toBe(1)
})

test('[S2-17] lecture halls of villages are registered as sites, can be ordered, lie idle to be seen, and end with their room', async () => {
  const { blue, other, organizer, township } = scene
  const secretary = await plantCaller(db, blue, { office: 'secretary' })
  const facts = {
    type: 'lectureSite',
    name: '蓝溪村讲习所',
    address: '蓝溪村部',
    seats: 30,
  } as const
  const form = { organizationId: blue.id, ...facts, managerId: null }
  const foreign = { ...form, managerId: scene.managerId }
  await expectRefusal(found(secretary, foreign), 'sites.manager')
  const site = await found(secretary, form)
  await expectRefusal(found(secretary, form), 'resources.nameTaken')
  const asked = { ...page, organizationId: township.id, type: 'lectureSite', text: '' } as const
  const listed = await listSites(organizer, asked)
  expect(listed).toMatchObject({ all: 1, working: 1, counts: { unmanned: 1, idle: 0, owing: 0 } })
  const catalogue = { ...page, organizationId: blue.id, type: 'lectureSite', text: '' } as const
  const shared = { from: 'own', onlyRed: false, withRetired: false } as const
  const lent = await listResources(secretary, { ...catalogue, ...shared })
  expect(lent.rows).toMatchObject([{ name: '蓝溪村讲习所', kind: 'room', seats: 30 }])
  expect((await showCoverage(organizer, { organizationId: township.id })).rows).toMatchObject([
    { name: '红溪村党支部' },
    { name: '蓝溪村党支部', villages: { part: 1, of: 1 } },
  ])

  await db.update(sites).set({ since: '2026-01-05' }).where(eq(sites.id, site.siteId))
  expect((await listSites(organizer, { ...asked, only: 'idle' })).rows).toMatchObject([
    { siteId: site.siteId, isIdle: true },
  ])
  const mine = { ...told, playbacks: 0, sessions: 1 }
  await record(secretary, { ...site, ...mine, month: '2026-03' })
  expect((await listSites(organizer, { ...asked, only: 'idle' })).rows).toEqual([])
  await retire(secretary, {
    unitId: site.unitId,
    resourceId: site.siteId,
    version: 0,
    reason: '拆了',
  })
  expect((await listSites(organizer, asked)).all).toBe(0)
  await expectRefusal(showMonth(secretary, { ...site, month: '2026-05' }), 'sites.unknown')
  expect(other.actor.name).toBe('邻村人')
})

test('[S0-45] organisers, instructors and site managers stand on one roster, and it says whether they are enough', async () => {
  const { county, organizer } = world
  const { secretary, red, managerId } = scene
  const asked = { organizationId: county.id }
  const before = await listStaff(organizer, { ...asked, ...page })
  expect(before.ratios).toMatchObject([
    { role: 'organizer', people: 0, needed: 1 },
    { role: 'instructor', people: 0, needed: 1 },
    { role: 'siteManager', people: 1, needed: 1 },
  ])
  expect(before.ratios[0]?.sentence).toContain('还差 1 人')
  await plantResource(organizer, county.id, { ...lecturerDraft, name: '柳老师', isShared: false })
  const staffId = newId()
  const from = { from: '2026-01-01', isFullTime: true, note: '' }
  const form = {
    organizationId: red.id,
    staffId,
    role: 'organizer',
    memberId: managerId,
    ...from,
  } as const
  await keepStaff(secretary, form)
  await keepStaff(secretary, form)
  const twice = keepStaff(secretary, { ...form, staffId: newId() })
  await expectRefusal(twice, 'sites.staffKnown')
  const after = await listStaff(organizer, { ...asked, ...page })
  expect(after.ratios.map(({ people }) => people)).toEqual([1, 1, 1])
  expect(after.ratios[0]?.sentence).toMatch(/够$/)
  expect(new Set(after.rows.map(({ role, name }) => `${role}:${name}`))).toEqual(
    new Set(['organizer:管站人', 'instructor:柳老师', 'siteManager:管站人']),
  )
  await endStaff(secretary, { unitId: county.id, staffId })
  await expectRefusal(endStaff(secretary, { unitId: county.id, staffId }), 'sites.staffUnknown')
  expect((await listStaff(organizer, { ...asked, ...page })).ratios[0]).toMatchObject({ people: 0 })
})
