import { beforeEach, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { newId } from '../../kernel/ids.ts'
import {
  baseDraft,
  itemDraft,
  lecturerDraft,
  orderDay,
  plantResource,
} from '../../testing/resources.ts'
import type { ResourceKey } from '../../testing/resources.ts'
import { plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { checkIn } from './acts/check-in.ts'
import { confirm } from './acts/confirm.ts'
import { decide } from './acts/decide.ts'
import { keepItem } from './acts/keep-item.ts'
import { rate } from './acts/rate.ts'
import { noShow, withdraw } from './acts/withdraw.ts'
import { listResources } from './views/list.ts'
import { listOrders } from './views/orders.ts'
import { showResource } from './views/show.ts'
import { showUtilisation } from './views/use.ts'

let world: World
let base: ResourceKey
let neighbour: Person
let elsewhere: string
beforeEach(async () => {
  world = await plant(db)
  base = await plantResource(world.organizer, world.county.id, { ...baseDraft, seats: 60 })
  const other = await plantOrganization(db, undefined, '邻县县委')
  const branch = await plantOrganization(db, other, '邻县支部')
  neighbour = await plantCaller(db, branch, { office: 'secretary' })
  elsewhere = branch.id
})

const onTheDay = (caller: Person): Person => ({
  ...caller,
  now: () => new Date('2026-06-10T01:30:00Z'),
})
const ours = (caller = world.organizer) =>
  listOrders(caller, { organizationId: world.county.id, side: 'ours', page: 1, size: 9 })
const theirs = () =>
  listOrders(neighbour, { organizationId: elsewhere, side: 'theirs', page: 1, size: 9 })
const menu = {
  from: 'all',
  text: '',
  onlyRed: false,
  withRetired: false,
  page: 1,
  size: 50,
} as const

async function offer(changes: Partial<typeof itemDraft> = {}) {
  const itemId = newId()
  await keepItem(world.organizer, { ...base, itemId, item: { ...itemDraft, ...changes } })
  return itemId
}

test('[S2-24] [S1-62] [S3-53] [S3-50] goes from the menu to order, yes, confirmation, check-in and rating, across units', async () => {
  const itemId = await offer()
  const listed = await listResources(neighbour, {
    ...menu,
    organizationId: elsewhere,
    kind: 'base',
  })
  const own = listed.rows.filter(({ unitId }) => unitId === base.unitId)
  expect(own).toMatchObject([{ name: '红溪基地', isShared: true, items: 1, mayManage: false }])
  const shown = await showResource(neighbour, base)
  expect(shown.menu).toMatchObject([{ itemId, form: 'immersive', title: '送粮路上的党课' }])

  const { bookingId } = await orderDay(
    neighbour,
    { ...base, organizationId: elsewhere },
    { itemId },
  )
  const form = { unitId: base.unitId, bookingId, version: 0 }
  expect((await ours()).rows).toMatchObject([
    { state: 'ordered', forName: '邻县支部', itemTitle: '送粮路上的党课', may: ['approve'] },
  ])
  await expectRefusal(
    decide(neighbour, { ...form, outcome: 'approve', reason: '' }),
    'resources.orderUnknown',
  )
  await expectRefusal(confirm(neighbour, { ...form, persons: 20 }), 'resources.order')
  const { version } = await decide(world.organizer, { ...form, outcome: 'approve', reason: '' })
  const inbox = await listInbox(neighbour, { page: 1, size: 9, onlyUnread: false })
  expect(inbox.rows).toMatchObject([{ title: '点单已同意', link: '/resources/orders' }])
  expect((await theirs()).rows).toMatchObject([{ state: 'approved', may: ['confirm', 'withdraw'] }])

  await expectRefusal(confirm(neighbour, { ...form, persons: 20 }), 'input.stale')
  await expectRefusal(confirm(neighbour, { ...form, version, persons: 61 }), 'resources.seats')
  const second = await confirm(neighbour, { ...form, version, persons: 25 })
  await expectRefusal(
    checkIn(neighbour, { ...form, version: second.version }),
    'resources.tooEarly',
  )
  const third = await checkIn(onTheDay(neighbour), { ...form, version: second.version })
  const words = { score: 5, comment: '身临其境' }
  await rate(onTheDay(neighbour), { ...form, version: third.version, ...words })
  const again = rate(onTheDay(neighbour), { ...form, version: third.version + 1, ...words })
  await expectRefusal(again, 'resources.order')
  expect(await showResource(neighbour, base)).toMatchObject({
    score: 5,
    reviews: [{ score: 5, comment: '身临其境', forName: '邻县支部', day: '2026-06-10' }],
    menu: [{ ordered: 1 }],
  })
})

test('gives the time back when it is refused or withdrawn, and notes who did not come', async () => {
  const key = { ...base, organizationId: elsewhere }
  const first = await orderDay(neighbour, key)
  const no = { ...first, version: 0, outcome: 'refuse', reason: '当天维修' } as const
  expect(decide.entry.input.safeParse({ ...no, reason: '' }).success).toBe(false)
  await decide(world.organizer, no)
  expect((await theirs()).rows).toMatchObject([{ state: 'refused', reason: '当天维修' }])

  const second = await orderDay(neighbour, key)
  await withdraw(neighbour, { ...second, version: 0, reason: '' })
  const third = await orderDay(world.secretary, { ...base, organizationId: world.east.id })
  const foreign = withdraw(neighbour, { ...third, version: 0, reason: '' })
  await expectRefusal(foreign, 'resources.orderUnknown')
  const yes = { ...third, version: 0, outcome: 'approve', reason: '' } as const
  const { version } = await decide(world.organizer, yes)
  const form = { ...third, version }
  await expectRefusal(noShow(world.organizer, form), 'resources.tooEarly')
  await noShow({ ...world.organizer, now: () => new Date('2026-06-10T02:30:00Z') }, form)
  expect((await ours()).counts).toMatchObject({ refused: 1, withdrawn: 1, noShow: 1, ordered: 0 })
})

/** What others plant in this database and share is seen as well. */
function inUnit(rows: readonly { readonly unitId: string; readonly name: string }[]) {
  return rows.filter(({ unitId }) => unitId === base.unitId).map(({ name }) => name)
}

test('[S0-47] [S3-51] [S2-25] is logged across units, measured against open hours, and shows what is in demand', async () => {
  const [itemId, unwanted] = [await offer(), await offer({ title: '无人问津' })]
  const key = { ...base, organizationId: elsewhere }
  const { bookingId, unitId } = await orderDay(neighbour, key, { itemId })
  const form = { unitId, bookingId, version: 0 }
  const { version } = await decide(world.organizer, { ...form, outcome: 'approve', reason: '' })
  await confirm(neighbour, { ...form, version, persons: 30 })
  const hidden = { ...baseDraft, name: '旧仓库', feature: '农具陈列', isShared: false }
  await plantResource(world.organizer, world.county.id, hidden)

  const asked = {
    organizationId: world.county.id,
    from: '2026-06-10',
    until: '2026-06-10',
    page: 1,
    size: 50,
  }
  const use = await showUtilisation(world.organizer, asked)
  expect(use.rows).toMatchObject([
    {
      name: '红溪基地',
      openMinutes: 840,
      usedMinutes: 120,
      percent: 14.3,
      foreign: 1,
      persons: 30,
    },
    { name: '旧仓库', percent: 0, suggestion: '只供本组织使用，可设为共享，请其他支部点单' },
  ])
  expect(use.rows[0]?.suggestion).toBe('')
  expect(use.idle).toBe(1)
  expect(use.demand).toMatchObject([
    { itemId, ordered: 1 },
    { itemId: unwanted, ordered: 0 },
  ])
  expect(use.log).toMatchObject([
    { day: '2026-06-10', forName: '邻县支部', ownerName: '县委', isOtherUnit: true },
  ])
  const nothing = { ...asked, organizationId: elsewhere }
  expect((await showUtilisation(neighbour, nothing)).rows).toEqual([])
  await expectRefusal(showUtilisation(neighbour, asked), 'organizations.unknown')
})

test('[S3-62] [S3-61] [S3-60] [S1-64] finds lecturers in five categories with their honours, and lets any branch order their courses', async () => {
  const { organizer, county } = world
  const details = lecturerDraft.details
  if (details.kind !== 'lecturer') throw new Error('not a lecturer')
  const honours = [{ title: '百优名师', year: 2025, by: '县委组织部' }]
  const key = await plantResource(organizer, county.id, { ...lecturerDraft, honours })
  const categories = ['economy', 'society', 'technology', 'model'] as const
  for (const type of categories) {
    const named = { ...lecturerDraft, name: type, details: { ...details, type } }
    const able = { ...named.details, origin: 'practitioner' as const }
    await plantResource(
      organizer,
      county.id,
      type === 'technology' ? { ...named, details: able } : named,
    )
  }
  const asked = { ...menu, organizationId: elsewhere, kind: 'lecturer' } as const
  const all = await listResources(neighbour, asked)
  expect(all.types.map(({ type }) => type).toSorted()).toEqual([...categories, 'theory'].toSorted())
  const able = await listResources(neighbour, { ...asked, origin: 'practitioner' })
  expect(inUnit(able.rows)).toEqual(['technology'])
  const honoured = await listResources(neighbour, { ...asked, text: '百优名师' })
  expect(inUnit(honoured.rows)).toEqual(['林老师'])
  expect(honoured.rows[0]).toMatchObject({ honours })
  expect(await showResource(neighbour, key)).toMatchObject({ feeCap: { yuan: 1000 } })

  const itemId = newId()
  const lesson = { title: '百佳课堂', year: 2025, by: '' }
  const item = { ...itemDraft, form: 'lecture', title: '读懂新思想', honours: [lesson] } as const
  await keepItem(organizer, { ...key, itemId, item: { ...item, honours: [lesson] } })
  const { bookingId } = await orderDay(neighbour, { ...key, organizationId: elsewhere }, { itemId })
  expect((await theirs()).rows).toMatchObject([
    { bookingId, itemTitle: '读懂新思想', kind: 'lecturer' },
  ])
})
