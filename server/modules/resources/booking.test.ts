import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { brokenConstraint, inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { lecturerDraft, orderDay, plantResource, roomDraft } from '../../testing/resources.ts'
import type { ResourceKey } from '../../testing/resources.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { block } from './acts/block.ts'
import { change } from './acts/change.ts'
import { retire } from './acts/retire.ts'
import { book, bookAll, freeTimes, release } from './index.ts'
import { resourceBookings } from './table.ts'
import { showCalendar, showFreeTimes } from './views/calendar.ts'
import { showResource } from './views/show.ts'

let world: World
let hall: ResourceKey
beforeEach(async () => {
  world = await plant(db)
  hall = await plantResource(world.organizer, world.county.id, { ...roomDraft, seats: 100 })
})

const east = () => ({ ...hall, organizationId: world.east.id })
const calendar = (caller = world.organizer) =>
  showCalendar(caller, {
    page: 1,
    size: 50,
    organizationId: world.county.id,
    resourceId: hall.resourceId,
    from: '2026-06-01',
    until: '2026-06-30',
  })

describe('an hour of a room', () => {
  test('is had by one of twenty who want it at the same moment; the others learn who has it', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        orderDay(world.secretary, east(), { title: `主题党日${at}` }),
      ),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toHaveLength(19)
    for (const problem of refused)
      expect(problem).toMatchObject({
        reason: 'resources.taken',
        words: {
          名称: '党员活动室',
          时间: '6月10日 09:00—11:00',
          谁: expect.stringMatching(/^东支部（主题党日\d+）$/) as unknown,
        },
      })
    expect((await calendar()).bookings).toHaveLength(1)
  })

  test('is kept apart by the database even from those who do not ask for their turn', async () => {
    await orderDay(world.secretary, east())
    const ours = eq(resourceBookings.resourceId, hall.resourceId)
    const [row] = await db.select().from(resourceBookings).where(ours)
    if (!row) throw new Error('nothing was booked')
    const beside = { ...row, id: newId() }
    const refusal = await db
      .insert(resourceBookings)
      .values(beside)
      .catch((error: unknown) => error)
    expect(brokenConstraint(refusal)).toBe('resource_bookings_apart')
    await db.insert(resourceBookings).values({ ...beside, state: 'withdrawn' })
    await db.insert(resourceBookings).values({
      ...row,
      id: newId(),
      from: row.until,
      until: new Date(row.until.getTime() + 60_000),
    })
  })
})

describe('an order', () => {
  test('is ordered once by the same form, never in the past, beyond the seats or outside the hours', async () => {
    const bookingId = newId()
    const first = await orderDay(world.secretary, east(), { bookingId })
    expect(await orderDay(world.secretary, east(), { bookingId })).toEqual(first)
    await expectRefusal(orderDay(world.secretary, east(), { day: '2026-05-31' }), 'resources.past')
    await expectRefusal(orderDay(world.secretary, east(), { hour: 7 }), 'resources.closed')
    const crowd = orderDay(world.secretary, east(), { hour: 14, persons: 101 })
    await expectRefusal(crowd, 'resources.seats')
    const unknown = orderDay(world.secretary, { ...east(), resourceId: newId() })
    await expectRefusal(unknown, 'resources.unknown')
    await expect(orderDay(world.member, east())).rejects.toMatchObject({ reason: 'reach.none' })
    const west = { ...hall, organizationId: world.west.id }
    await expectRefusal(orderDay(world.secretary, west), 'organizations.unknown')
  })

  test('comes free again when nobody answers, and is nobody’s while it is blocked', async () => {
    await orderDay(world.secretary, east())
    const late = { ...world.secretary, now: () => new Date('2026-06-08T02:00:00Z') }
    await orderDay(late, east(), { title: '换人用' })
    expect((await calendar()).bookings).toMatchObject([{ title: '换人用', state: 'ordered' }])

    const span = { from: '2026-06-11T00:00:00.000Z', until: '2026-06-12T00:00:00.000Z' }
    await block(world.organizer, { ...hall, bookingId: newId(), span, reason: '内部检修' })
    const refused = orderDay(world.secretary, east(), { day: '2026-06-11' })
    await expect(refused).rejects.toMatchObject({
      reason: 'resources.blocked',
      words: { 谁: '内部检修' },
    })
    const over = { from: '2026-06-10T00:00:00.000Z', until: '2026-06-10T12:00:00.000Z' }
    const taken = block(world.organizer, {
      ...hall,
      bookingId: newId(),
      span: over,
      reason: '开会',
    })
    await expectRefusal(taken, 'resources.taken')

    const free = await showFreeTimes(late, { ...hall, from: '2026-06-10', until: '2026-06-11' })
    expect(free.spans).toEqual([
      { from: '2026-06-10T00:00:00.000Z', until: '2026-06-10T01:00:00.000Z' },
      { from: '2026-06-10T03:00:00.000Z', until: '2026-06-10T14:00:00.000Z' },
    ])
  })
})

describe('what there are several of', () => {
  test('is lent as often as there are pieces, also to twenty at once', async () => {
    const details = { kind: 'kit', type: 'kit', model: '便携音响' } as const
    const kit = await plantResource(world.organizer, world.county.id, {
      ...roomDraft,
      name: '音响',
      count: 5,
      details,
    })
    const key = { ...kit, organizationId: world.east.id }
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => orderDay(world.secretary, key)),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    const [refused] = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toMatchObject({ reason: 'resources.full', words: { 余量: 0, 数量: 1 } })
    const free = await freeTimes(db, [kit.resourceId], { from: '2026-06-10', until: '2026-06-10' })
    expect(free.get(kit.resourceId)).toHaveLength(2)
  })
})

const at = (hour: number) => new Date(`2026-06-20T${String(hour).padStart(2, '0')}:00:00+08:00`)

describe('the door', () => {
  const by = { id: newId(), name: '班主任' }

  test('books several for a class, all or none, and gives them back by their purpose', async () => {
    const teacher = await plantResource(world.organizer, world.county.id, lecturerDraft)
    const purpose = `class:${newId()}`
    const words = { purpose, title: '轮训班', forOrganizationId: world.county.id, by, now: noon }
    const wanted = [hall, teacher].map((key) => ({ ...key, ...words, from: at(9), until: at(12) }))
    await inTransaction(db, (tx) => bookAll(tx, wanted))
    const other = { ...words, purpose: `class:${newId()}`, from: at(10), until: at(11) }
    const late = inTransaction(db, (tx) => book(tx, { ...teacher, ...other }))
    await expect(late).rejects.toMatchObject({ words: { 谁: '县委（轮训班）' } })
    expect(await inTransaction(db, (tx) => release(tx, purpose, noon))).toBe(2)
    await inTransaction(db, (tx) => book(tx, { ...teacher, ...other }))
  })

  test('keeps a private resource among its own, and lends a shared one across units', async () => {
    const elsewhere = await plantOrganization(db, undefined, '邻县县委')
    const branch = await plantOrganization(db, elsewhere, '邻县支部')
    const neighbour = await plantCaller(db, branch, { office: 'secretary' })
    const key = { ...hall, organizationId: branch.id }
    await expectRefusal(orderDay(neighbour, key), 'resources.unknown')
    await expectRefusal(showResource(neighbour, hall), 'resources.unknown')

    const { version } = await showResource(world.organizer, hall)
    const resource = { ...roomDraft, isShared: true }
    await change(world.organizer, { ...hall, version, resource })
    const stale = change(world.organizer, { ...hall, version, resource })
    await expectRefusal(stale, 'input.stale')
    await orderDay(neighbour, key)
    const { bookings } = await calendar()
    expect(bookings).toMatchObject([
      { forName: '邻县支部', unitId: world.county.id, state: 'ordered', may: ['approve'] },
    ])
    const mind = change(neighbour, { ...hall, version: version + 1, resource })
    await expectRefusal(mind, 'resources.unknown')
    const form = { ...hall, version: version + 1, reason: '拆除' }
    await expectRefusal(retire(world.organizer, form), 'resources.booked')
  })
})
