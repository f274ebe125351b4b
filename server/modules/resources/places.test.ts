import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import {
  baseDraft,
  itemDraft,
  lecturerDraft,
  orderDay,
  plantResource,
  roomDraft,
} from '../../testing/resources.ts'
import { noon, plant } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { posts } from '../members/table.ts'
import { files as kept } from '../files/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { addFile, push, removeFile } from './acts/files.ts'
import { keepItem } from './acts/keep-item.ts'
import { book } from './index.ts'
import { inTransaction } from '../../kernel/db.ts'
import { showHouse } from './views/house.ts'
import { listResources } from './views/list.ts'
import { planRoute, showNetwork } from './views/network.ts'
import { showCalendar } from './views/calendar.ts'
import { showResource } from './views/show.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const all = {
  from: 'all',
  text: '',
  onlyRed: false,
  withRetired: false,
  page: 1,
  size: 50,
} as const
const venue = { openingRules: '每周六向党员群众开放', equipment: ['投影仪'], criteria: '' }

test('[S0-44] [S4-31] [S1-66] [S2-20] [S2-31] [S3-52] counts venues and bases by type, with kit, hours, rules and awards', async () => {
  const { organizer, county, secretary, east } = world
  const award = { title: '十佳基层党建阵地', year: 2022, by: '县委' }
  const opening = [{ weekday: 6, from: 540, until: 1020 }]
  const room = await plantResource(secretary, east.id, {
    ...roomDraft,
    seats: 60,
    opening,
    honours: [award],
    details: { ...venue, kind: 'room', type: 'activityRoom' },
  })
  const types = [
    'openBase',
    'educationBase',
    'practiceBase',
    'startUpBase',
    'demonstrationSite',
  ] as const
  for (const type of types) {
    const details = { ...venue, criteria: '班子强、阵地全', kind: 'base', type } as const
    await plantResource(organizer, county.id, {
      ...baseDraft,
      name: type,
      feature: type,
      details,
    })
  }
  const asked = { ...all, organizationId: county.id }
  const listed = await listResources(organizer, asked)
  // Lecturers and rooms that others share count as well.
  expect(listed.counts.room).toBeGreaterThanOrEqual(1)
  expect(listed.counts).toMatchObject({ base: 5, kit: 0 })
  const bases = await listResources(organizer, { ...asked, kind: 'base' })
  expect(bases.types).toEqual(
    types
      .map((type) => ({ type, count: 1 }))
      .toSorted((one, other) => one.type.localeCompare(other.type)),
  )
  expect(await showResource(organizer, room)).toMatchObject({
    seats: 60,
    opening,
    details: venue,
    honours: [award],
  })
  const honoured = await listResources(organizer, { ...asked, text: '十佳基层' })
  expect(honoured.rows.map(({ resourceId }) => resourceId)).toEqual([room.resourceId])
  const sites = await listResources(organizer, { ...asked, type: 'demonstrationSite' })
  const [site] = sites.rows
  if (!site) throw new Error('no site was listed')
  const { details } = await showResource(organizer, site)
  expect(details).toMatchObject({ criteria: '班子强、阵地全' })
  // Saturday; the seventh is not.
  await orderDay(secretary, { ...room, organizationId: east.id }, { day: '2026-06-06' })
  const closed = orderDay(secretary, { ...room, organizationId: east.id }, { day: '2026-06-07' })
  await expectRefusal(closed, 'resources.closed')
})

test('[S2-30] [S3-49] [S4-22] puts bases and red resources on a map, with their use, and plans the way between them', async () => {
  const { organizer, secretary, county, east } = world
  const spots = [0, 3, 1, 2].map((at) => ({
    address: `${at} 里`,
    latitude: 30 + at / 100,
    longitude: 110,
  }))
  const types = ['formerSite', 'square', 'memorialPark', 'historyBase'] as const
  const keys = []
  for (const [at, spot] of spots.entries()) {
    const details = { ...venue, kind: 'base', type: types[at] ?? 'square' } as const
    const named = { name: `第${at}处`, feature: `特色${at}${types[at]}` }
    keys.push(
      await plantResource(organizer, county.id, {
        ...baseDraft,
        ...named,
        spot,
        details,
        isRed: at < 3,
      }),
    )
  }
  await plantResource(organizer, county.id, {
    ...baseDraft,
    name: '未登记坐标',
    feature: '没有位置',
  })
  const [first] = keys
  if (!first) throw new Error('nothing was planted')
  await orderDay(organizer, { ...first, organizationId: county.id }, { day: '2026-06-02' })
  await keepItem(organizer, { ...first, itemId: newId(), item: itemDraft })
  const later = { ...secretary, now: () => new Date('2026-06-03T01:00:00Z') }
  const asked = { organizationId: east.id, onlyRed: false, page: 1, size: 50 }
  const network = await showNetwork(later, asked)
  expect(network).toMatchObject({
    unplaced: 1,
    total: 4,
    used: 1,
    rows: [{ name: '第0处', used: 1, immersive: 1 }, {}, {}, {}],
  })
  expect(network.types).toHaveLength(5)
  const red = await showNetwork(later, { ...asked, onlyRed: true })
  expect(red.rows).toHaveLength(3)
  const listed = await listResources(later, { ...all, organizationId: east.id, onlyRed: true })
  expect(listed.total).toBe(3)

  const stops = keys.map(({ resourceId }) => resourceId)
  const route = await planRoute(later, { organizationId: east.id, stops })
  expect(route.legs.map(({ name }) => name)).toEqual(['第0处', '第2处', '第3处', '第1处'])
  expect(route.kilometres).toBeCloseTo(3.3, 1)
  const beyond = planRoute(later, { organizationId: east.id, stops: [first.resourceId, newId()] })
  await expectRefusal(beyond, 'resources.unknown')
})

/** One of our own ranks, appointed for this year. */
function appoint(partOfId: string, memberId: string) {
  const { organizer, county } = world
  const term = { by: '县委组织部', from: '2026-01-01', until: '2026-12-31' }
  const { details } = lecturerDraft
  if (details.kind !== 'lecturer') throw new Error('not a lecturer')
  const own = { ...details, origin: 'secretary', term, memberId } as const
  return plantResource(organizer, county.id, {
    ...lecturerDraft,
    partOfId,
    details: own,
  })
}

/** A file that the organizer has uploaded and hung on nothing yet. */
async function upload(): Promise<string> {
  const { county, organizer } = world
  const fileId = newId()
  const named = { name: '讲义.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'x' }
  const uploaded = { path: county.path, uploadedBy: organizer.actor.accountId, at: noon }
  await db.insert(kept).values({ unitId: county.id, id: fileId, ...named, ...uploaded })
  return fileId
}

async function elect(memberId: string): Promise<void> {
  const { county, east } = world
  await db.insert(posts).values({
    unitId: county.id,
    organizationId: east.id,
    byId: newId(),
    memberId,
    post: 'secretary',
    from: '2026-01-01',
  })
}

test('[S4-32] [S2-29] [S1-73] [S4-33] joins sessions, lecturers, courseware, classes and feedback on one page', async () => {
  const { organizer, secretary, county, east } = world
  const study = {
    ...roomDraft,
    name: '党课书房',
    isShared: true,
    details: { ...venue, kind: 'room', type: 'lessonStudy' },
  } as const
  const key = await plantResource(organizer, county.id, {
    ...study,
    opening: [],
    details: { ...study.details },
  })
  const partOfId = key.resourceId
  const memberId = secretary.actor.personId
  const lecturer = await appoint(partOfId, memberId)
  const room = await plantResource(organizer, county.id, {
    ...roomDraft,
    name: '研讨室',
    partOfId,
  })
  const appointed = await listInbox(secretary, { page: 1, size: 9, onlyUnread: false })
  expect(appointed.rows).toMatchObject([{ title: '聘任为讲师' }])
  const late = orderDay(secretary, { ...lecturer, organizationId: east.id }, { day: '2027-01-05' })
  await expectRefusal(late, 'resources.term')

  await orderDay(secretary, { ...key, organizationId: east.id })
  const from = new Date('2026-06-12T01:00:00Z')
  const span = { from, until: new Date(from.getTime() + 3_600_000) }
  const by = { id: newId(), name: '班主任' }
  const words = {
    purpose: `class:${newId()}`,
    title: '新任书记班',
    forOrganizationId: county.id,
    by,
    now: noon,
  }
  await inTransaction(db, (tx) => book(tx, { ...room, ...span, ...words }))

  const fileId = await upload()
  await addFile(organizer, { ...key, fileId })
  await elect(memberId)
  expect(await push(organizer, { ...key, fileId, note: '' })).toEqual({ told: 1 })
  expect(await push(organizer, { ...key, fileId, note: '' })).toEqual({ told: 0 })

  const house = await showHouse(secretary, key)
  expect(house).toMatchObject({
    rooms: [{ name: '研讨室' }],
    lecturers: [{ name: '林老师', term: '2026-01-01 至 2026-12-31' }],
    courseware: [{ fileId, name: '讲义.pdf', pushed: 1 }],
    ahead: [{ title: '主题党日', forName: '东支部' }, { title: '新任书记班' }],
    classes: [{ title: '新任书记班' }],
    feedback: [],
  })
  const week = { from: '2026-06-08', until: '2026-06-14', page: 1, size: 50 }
  const calendar = await showCalendar(organizer, { organizationId: county.id, ...week })
  expect(calendar.rows.map(({ kind }) => kind)).toEqual(['lecturer', 'room', 'room'])
  expect(calendar.bookings.map(({ resourceName }) => resourceName)).toEqual(['党课书房', '研讨室'])
  await removeFile(organizer, { ...key, fileId })
  expect((await showHouse(secretary, key)).courseware).toEqual([])
})
