import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { plant, plantCaller, plantMember, plantOrganization } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { dissolve } from '../../restructuring/acts/dissolve.ts'
import { merge } from '../../restructuring/acts/merge.ts'
import { listIncoming } from '../views/check-ins.ts'
import { listFloating } from '../views/list.ts'
import { listLost, showSearch } from '../views/losses.ts'
import { findHosts, myStay } from '../views/mine.ts'
import { answer, release } from './answer.ts'
import { find, look, lose } from './lose.ts'
import { reportFor, reportIn } from './report-in.ts'

let world: World
let away: Person
let host: Person
beforeEach(async () => {
  world = await plant(db)
  const floating = { floatingSince: '2026-01-01', floatingTo: '远州省' }
  away = await plantCaller(db, world.east, { name: '周远行', ...floating })
  host = await plantCaller(db, world.west, { office: 'secretary' })
})

const incoming = (who: Person, organizationId: string) =>
  listIncoming(who, { organizationId, page: 1, size: 20 })
const reportAt = (hostId: string) => reportIn(away, { hostId, phone: '', note: '' })
const report = () =>
  reportIn(away, { hostId: world.west.id, phone: '13900001234', note: '在西村务工' })

test('[S4-48] a member reports by phone, the receiving branch confirms, and both sides see it', async () => {
  const other = await plantOrganization(db, world.county, `南湖${newId()}`)
  const { rows: hosts } = await findHosts(away, { text: other.name.slice(0, -2) })
  expect(hosts).toEqual([{ organizationId: other.id, name: other.name, above: '县委' }])
  const checkIn = await report()

  const seen = await incoming(host, world.west.id)
  expect(seen).toMatchObject({
    waiting: 1,
    rows: [{ ...checkIn, memberName: '周远行', homeName: '东支部', phone: '13900001234' }],
  })
  await answer(host, { ...checkIn, version: 1, isAccepted: true, answer: '欢迎' })

  const { rows } = await listFloating(world.secretary, {
    organizationId: world.east.id,
    show: 'all',
    text: '',
    page: 1,
    size: 20,
  })
  expect(rows).toMatchObject([{ checkIn: 'confirmed', hostName: '西支部' }])
  expect(await myStay(away, {})).toMatchObject({
    checkIns: [{ state: 'confirmed', hostName: '西支部', answeredOn: '2026-06-01' }],
  })
  const inbox = await listInbox(away, { page: 1, size: 10, onlyUnread: false })
  expect(inbox.rows[0]).toMatchObject({ title: '西支部已接收您的报到' })

  await release(host, { ...checkIn, version: 2 })
  expect(await incoming(host, world.west.id)).toMatchObject({ here: 0, waiting: 0 })
})

test('the branch may report for somebody; no is said with a reason, once, by the right branch', async () => {
  const key = { unitId: away.actor.unitId, memberId: away.actor.memberId ?? '' }
  const checkIn = await reportFor(world.secretary, { ...key, hostId: world.west.id, note: '' })
  await expectRefusal(report(), 'floating.checkedIn')

  const no = { ...checkIn, version: 1, isAccepted: false, answer: '' }
  await expectRefusal(answer(host, no), 'floating.sayWhy')
  await expectRefusal(
    answer(world.secretary, { ...no, answer: '不在本地' }),
    'floating.checkInUnknown',
  )
  await answer(host, { ...no, answer: '本人已去外地' })
  await expectRefusal(answer(host, { ...no, answer: '再说一次' }), 'input.stale')
  await expectRefusal(release(host, { ...checkIn, version: 2 }), 'floating.answered')
  await report()
})

test('checking in is for who is away, to a branch that there is, and not at home', async () => {
  await expectRefusal(reportAt(newId()), 'floating.hostUnknown')
  await expectRefusal(reportAt(world.county.id), 'floating.hostUnknown')
  await expectRefusal(reportAt(world.east.id), 'floating.hostIsHome')
  const here = reportIn(world.member, { hostId: world.west.id, phone: '', note: '' })
  await expectRefusal(here, 'floating.notFloating')
  await expectRefusal(incoming(host, world.east.id), 'organizations.unknown')
})

test('two phones at once report once', async () => {
  const both = await Promise.allSettled([report(), report()])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

const lost = () => listLost(world.secretary, { organizationId: world.east.id, page: 1, size: 20 })

test('[S1-50] a clock with stages runs until somebody is found, and every search is logged', async () => {
  const memberId = await plantMember(db, world.east, { name: '吴失联' })
  const key = { unitId: world.east.unitId, memberId }
  await lose(world.secretary, { ...key, since: '2025-12-15', cause: 'restructured', note: '' })
  expect(await lost()).toMatchObject({
    stages: { searching: 1 },
    rows: [{ name: '吴失联', isFloating: false, loss: { nextOn: '2026-06-15', searches: 0 } }],
  })

  const search = { formId: newId(), on: '2026-05-01', asked: '问原单位工友', result: '已搬走' }
  await look(world.secretary, { ...key, ...search })
  await look(world.secretary, { ...key, ...search })
  expect(await showSearch(world.secretary, key)).toMatchObject({
    loss: { cause: 'restructured', searches: 1, lastSearch: '2026-05-01' },
    searches: [{ asked: '问原单位工友', result: '已搬走' }],
  })
  const later = { ...world.secretary, now: () => new Date('2026-06-15T12:00:00Z') }
  const { rows } = await listLost(later, { organizationId: world.east.id, page: 1, size: 20 })
  expect(rows[0]?.loss).toMatchObject({
    stage: 'suspend',
    clause: expect.stringContaining('第二十四条'),
  })

  await find(world.secretary, { ...key, on: '2026-05-20', how: '亲属提供了新号码' })
  expect(await lost()).toMatchObject({ total: 0 })
  expect((await showSearch(world.secretary, key)).searches[0]).toMatchObject({
    asked: '已联系上',
  })
})

test('who is lost has one clock at a time, not before it began, and not for a neighbour', async () => {
  const key = { unitId: away.actor.unitId, memberId: away.actor.memberId ?? '' }
  const begin = () =>
    lose(world.secretary, { ...key, since: '2026-03-01', cause: 'work', note: '' })
  await expectRefusal(
    find(world.secretary, { ...key, on: '2026-05-01', how: '回来了' }),
    'floating.notLost',
  )
  await begin()
  await expectRefusal(begin(), 'floating.lostAlready')
  const early = { ...key, on: '2026-02-28', how: '回来了' }
  await expectRefusal(find(world.secretary, early), 'floating.foundTooEarly')
  await expectRefusal(
    lose(host, { ...key, since: '2026-03-01', cause: 'work', note: '' }),
    'members.unknown',
  )
  await expectRefusal(showSearch(host, key), 'members.unknown')
})

test('who reported to a branch that goes up in another is known there, and at none that is dissolved', async () => {
  const third = await plantOrganization(db, world.county, '北支部')
  const checkIn = await report()
  await answer(host, { ...checkIn, version: 1, isAccepted: true, answer: '' })
  const change = { version: 0, reason: '优化组织设置' }
  await merge(world.organizer, { organizationId: world.west.id, intoId: third.id, ...change })
  expect(await incoming(world.organizer, third.id)).toMatchObject({
    here: 1,
    rows: [{ ...checkIn, hostName: '北支部', state: 'confirmed' }],
  })
  await release(world.organizer, { ...checkIn, version: 3 })

  const empty = await plantOrganization(db, world.county, '空支部')
  await reportAt(empty.id)
  await dissolve(world.organizer, { organizationId: empty.id, ...change })
  const { checkIns } = await myStay(away, {})
  expect(checkIns.find(({ hostName }) => hostName === '空支部')).toMatchObject({ state: 'ended' })
  await reportAt((await plantOrganization(db, world.county, '新支部')).id)
})
