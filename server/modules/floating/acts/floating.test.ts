import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantActivity, plantCaller, plantMember } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { attendances } from '../../activities/table.ts'
import { postHours } from '../../ledgers/index.ts'
import { members } from '../../members/table.ts'
import { showHistory } from '../../members/views/history.ts'
import { listFloating } from '../views/list.ts'
import { myStay } from '../views/mine.ts'
import { showFloating } from '../views/show.ts'
import { assign } from './assign.ts'
import { contact } from './contact.ts'
import { end } from './end.ts'
import { register } from './register.ts'
import { update } from './update.ts'

const stay = {
  since: '2026-01-10',
  reason: 'work',
  range: 'nation',
  destination: '远州省临江市',
  address: '',
  phone: '13900001234',
  hostName: '',
  hostContact: '',
  certificate: '',
  duesPaidTo: null,
} as const

let world: World
let away: Person
let key: { unitId: string; memberId: string }
beforeEach(async () => {
  world = await plant(db)
  away = await plantCaller(db, world.east, { name: '周远行' })
  key = { unitId: away.actor.unitId, memberId: away.actor.memberId ?? '' }
})

const ledger = async (show: 'all' | 'overdue' | 'unregistered' | 'transfer' = 'all') =>
  listFloating(world.secretary, {
    organizationId: world.east.id,
    show,
    text: '',
    page: 1,
    size: 50,
  })
const log = (changes: object = {}) =>
  contact(world.secretary, {
    ...key,
    formId: newId(),
    on: '2026-05-20',
    way: 'phone',
    isReached: true,
    note: '',
    ...changes,
  })

test('[S4-46] the ledger holds destination, contact and last activity of everybody who is away', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  await log({ note: '在工地，一切都好' })
  const activity = await plantActivity(db, world.east)
  await db.insert(attendances).values({
    ...activity,
    id: newId(),
    memberUnitId: activity.unitId,
    memberId: key.memberId,
    mark: 'present',
    way: 'remote',
    at: new Date(),
    byId: key.memberId,
  })

  const { rows, counts } = await ledger()
  expect(rows).toMatchObject([
    {
      ...key,
      name: '周远行',
      destination: '远州省临江市',
      since: '2026-01-10',
      lastContact: '2026-05-20',
      lastActivity: '2026-06-01',
      contact: { class: 'short', isOverdue: false, dueOn: '2026-06-19' },
    },
  ])
  expect(counts).toMatchObject({ total: 1, overdue: 0, unassigned: 1, notCheckedIn: 1 })
  const { changes } = await showHistory(world.secretary, key)
  expect(changes.map(({ what }) => what)).toEqual(['联系', '登记外出去向'])
})

test('[S4-47] classes by place, reason and duration each have a contact rule with its source', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  const student = { unitId: key.unitId, memberId: await plantMember(db, world.east) }
  await register(world.secretary, {
    ...student,
    version: 0,
    stay: { ...stay, reason: 'study', since: '2025-09-01' },
  })
  const abroad = { unitId: key.unitId, memberId: await plantMember(db, world.east) }
  await register(world.secretary, {
    ...abroad,
    version: 0,
    stay: { ...stay, range: 'abroad', since: '2026-02-01' },
  })

  const { rows, counts } = await ledger()
  expect(counts.classes).toEqual({ short: 1, student: 1, abroad: 1 })
  const of = (memberId: string) => rows.find((row) => row.memberId === memberId)?.contact
  expect(of(key.memberId)).toMatchObject({ interval: '每 30 天', isOverdue: true })
  expect(of(student.memberId)).toMatchObject({ interval: '每 60 天', dueOn: '2025-10-31' })
  expect(of(abroad.memberId)).toMatchObject({
    interval: '每 6 个月',
    isOverdue: false,
    clause: expect.stringContaining('第三十四条'),
  })
  const { rows: chosen } = await listFloating(world.secretary, {
    organizationId: world.east.id,
    show: 'all',
    class: 'student',
    text: '',
    page: 1,
    size: 50,
  })
  expect(chosen.map(({ memberId }) => memberId)).toEqual([student.memberId])
})

test('[S1-53] a contact person, a frequency, a log of every attempt, and who is overdue', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  const contactPersonId = world.member.actor.memberId ?? ''
  await assign(world.secretary, {
    unitId: key.unitId,
    memberIds: [key.memberId],
    contactPersonId,
  })
  expect((await ledger('overdue')).rows).toHaveLength(1)

  // Nobody answered: kept, but the member has still not been reached.
  await log({ isReached: false, on: '2026-05-19' })
  expect((await ledger('overdue')).rows).toHaveLength(1)
  expect(await log()).toEqual({ dueOn: '2026-06-19' })
  expect((await ledger('overdue')).rows).toHaveLength(0)

  const shown = await showFloating(world.secretary, key)
  expect(shown).toMatchObject({
    contactPerson: '张三',
    contact: { interval: '每 30 天' },
    contacts: [
      { on: '2026-05-20', isReached: true, byName: '张三' },
      { on: '2026-05-19', isReached: false },
    ],
    stay: { phone: '139****1234' },
  })
  expect(await myStay(away, {})).toMatchObject({
    contactPerson: '张三',
    lastContact: '2026-05-20',
    dueOn: '2026-06-19',
    stay: { phone: '13900001234' },
  })
})

test('[S2-48] the ledger shows for each how much was studied from afar, and when somebody was last reached', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  await log()
  const posting = {
    ...key,
    day: '2026-03-01',
    category: 'theory',
    level: 'county',
    ruleKey: 'hours.member.year',
    ruleFrom: '2019-05-06',
    isCentralized: true,
    postedBy: newId(),
    at: new Date(),
  } as const
  await postHours(db, [
    {
      ...posting,
      source: 'online',
      isOnline: true,
      minutes: 90,
      sourceId: newId(),
      title: '网络课',
      key: 'a',
    },
    {
      ...posting,
      source: 'meeting',
      isOnline: false,
      minutes: 60,
      sourceId: newId(),
      title: '返乡党课',
      key: 'b',
    },
  ])

  const { rows } = await ledger()
  expect(rows).toMatchObject([{ minutes: 150, remoteMinutes: 90, lastContact: '2026-05-20' }])
  const { hours } = await showFloating(world.secretary, key)
  expect(hours.map(({ title, isRemote }) => `${title} ${isRemote}`).toSorted()).toEqual([
    '网络课 true',
    '返乡党课 false',
  ])
})

test('what is written by a form that somebody overtook is refused, and so are days that cannot be', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  const again = register(world.secretary, { ...key, version: 0, stay })
  await expectRefusal(again, 'input.stale')
  const tomorrow = { ...stay, since: '2026-06-02' }
  await expectRefusal(
    register(world.secretary, { ...key, version: 1, stay: tomorrow }),
    'floating.future',
  )
  await expectRefusal(log({ on: '2026-01-09' }), 'floating.tooEarly')
  await expectRefusal(log({ on: '2026-06-02' }), 'floating.future')
})

test('the same form sent twice is one contact; a shown phone sent back is kept as it was', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  const formId = newId()
  await Promise.all([log({ formId }), log({ formId })])
  expect((await showFloating(world.secretary, key)).contacts).toHaveLength(1)

  const masked = { ...stay, phone: '139****1234', address: '工地二号院' }
  await register(world.secretary, { ...key, version: 1, stay: masked })
  expect(await myStay(away, {})).toMatchObject({
    stay: { phone: '13900001234', address: '工地二号院' },
  })
})

test('what the member writes counts as a contact and reaches the branch', async () => {
  expect(await myStay(away, {})).toMatchObject({ isFloating: false, stay: null, version: 0 })
  await update(away, { version: 0, stay: { ...stay, destination: '外省新港市' } })
  const { rows } = await ledger()
  expect(rows).toMatchObject([{ destination: '外省新港市', lastContact: '2026-06-01' }])
  await expectRefusal(update(away, { version: 0, stay }), 'input.stale')
  await expectRefusal(update(world.stranger, { version: 0, stay }), 'floating.notMember')
})

test('a stay ends when somebody is back; the roll knows it too', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  await end(world.secretary, { ...key, version: 1, on: '2026-05-31', because: 'returned' })
  const [row] = await db.select().from(members).where(eq(members.id, key.memberId))
  expect(row).toMatchObject({ floatingSince: null, floatingTo: '' })
  expect((await ledger()).rows).toEqual([])
  await expectRefusal(log(), 'floating.notFloating')
})

test('what is a neighbour’s cannot be seen or touched, and nobody is their own contact person', async () => {
  const other = { unitId: key.unitId, memberId: await plantMember(db, world.west) }
  await expectRefusal(register(world.secretary, { ...other, version: 0, stay }), 'members.unknown')
  await expectRefusal(showFloating(world.secretary, other), 'members.unknown')
  await expectRefusal(
    listFloating(world.secretary, {
      organizationId: world.west.id,
      show: 'all',
      text: '',
      page: 1,
      size: 5,
    }),
    'organizations.unknown',
  )
  await register(world.secretary, { ...key, version: 0, stay })
  const named = { unitId: key.unitId, memberIds: [key.memberId] }
  const self = { ...named, contactPersonId: key.memberId }
  await expectRefusal(assign(world.secretary, self), 'floating.selfContact')
  const stranger = { ...named, contactPersonId: newId() }
  await expectRefusal(assign(world.secretary, stranger), 'floating.contactPerson')
  const outside = { ...named, memberIds: [key.memberId, other.memberId] }
  await expectRefusal(
    assign(world.secretary, { ...outside, contactPersonId: newId() }),
    'members.unknown',
  )
})

test('what somebody came to at the host in another county is the last that is known of them here', async () => {
  await register(world.secretary, { ...key, version: 0, stay })
  const host = await plant(db)
  const activity = await plantActivity(db, host.east)
  await db.insert(attendances).values({
    ...activity,
    id: newId(),
    memberUnitId: key.unitId,
    memberId: key.memberId,
    mark: 'present',
    way: 'code',
    isGuest: true,
    at: new Date(),
    byId: key.memberId,
  })
  expect((await ledger()).rows).toMatchObject([{ ...key, lastActivity: '2026-06-01' }])
})
