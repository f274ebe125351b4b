import { Readable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { finished, planned } from '../../../testing/theme-day.ts'
import { files, noon, plant, plantCaller, plantMember, vault } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { tableOf } from '../../../testing/workbooks.ts'
import { newId } from '../../../kernel/ids.ts'
import { files as fileTable } from '../../files/table.ts'
import { minutesPaper } from '../../papers/index.ts'
import { minutesFacts } from '../paper.ts'
import { findGuests } from '../views/guests.ts'
import { showActivity } from '../views/show.ts'
import { addGuest } from './add-guest.ts'
import { leave, withdrawLeave } from './leave.ts'
import { markByFile } from './mark-by-file.ts'
import { markRest } from './mark-rest.ts'
import { mark } from './mark.ts'
import { close } from './close.ts'
import { proxy } from './proxy.ts'

let world: World
let key: { unitId: string; activityId: string }
beforeEach(async () => {
  world = await plant(db)
  key = await planned(world.secretary, world.east.id)
})

async function rollEntry(memberId: string) {
  const { roll } = await showActivity(world.secretary, key)
  return roll.find((entry) => entry.memberId === memberId)
}

function say(memberId: string, value: 'present' | 'excused' | 'absent' | null, changes = {}) {
  return mark(world.secretary, {
    ...key,
    memberId,
    mark: value,
    isRemote: false,
    note: '',
    ...changes,
  })
}

/** A file that the secretary has uploaded, bytes and all. */
async function uploaded({ actor }: Person, content: Uint8Array): Promise<string> {
  const id = newId()
  const { bytes, sha256 } = await files.receive(id, Readable.from([content]), 1_000_000)
  await files.keep(id)
  const facts = { name: '名单.xlsx', mediaType: 'x', bytes, sha256, at: noon }
  const { unitId, place, accountId } = actor
  await db
    .insert(fileTable)
    .values({ ...facts, id, unitId, path: place.path, uploadedBy: accountId })
  return id
}

test('a tap says it, the same tap again says nothing new, and it can be taken back', async () => {
  const memberId = world.member.actor.personId
  const before = (await tracesIn(db, world)).length
  await say(memberId, 'present')
  await say(memberId, 'present')
  expect(await rollEntry(memberId)).toMatchObject({ mark: 'present', way: 'rollCall' })

  await say(memberId, 'excused', { note: '外出务工' })
  expect(await rollEntry(memberId)).toMatchObject({ mark: 'excused', note: '外出务工' })
  await say(memberId, null)
  expect(await rollEntry(memberId)).toMatchObject({ mark: null })
  expect(await tracesIn(db, world)).toHaveLength(before + 3)
})

test('[S4-50] [S4-61] a floating member who joins by video counts as there, and the record says how', async () => {
  const floating = await plantMember(db, world.east, { floatingSince: '2025-01-01', name: '流云' })
  await say(floating, 'present', { isRemote: true, note: '视频连线，点名应答' })

  expect(await rollEntry(floating)).toMatchObject({ way: 'remote', isFloating: true })
  await close(world.secretary, await finished(world.secretary, key))
  const { roll } = await showActivity(world.secretary, key)
  expect(roll.find(({ memberId }) => memberId === floating)).toMatchObject({
    standing: 'due',
    mark: 'present',
    note: '视频连线，点名应答',
  })
})

test('nobody can be marked who is not on the roll', async () => {
  const neighbour = await plantMember(db, world.west)
  await expectRefusal(say(neighbour, 'present'), 'activities.notOnRoll')
  await expectRefusal(say(newId(), 'absent'), 'activities.notOnRoll')
})

test('a pasted list marks whom it names and tells back every line it could not use', async () => {
  await plantMember(db, world.east, { name: '李四' })
  const [one, other] = ['甲木', '甲木'].map((name) => plantMember(db, world.east, { name }))
  await Promise.all([one, other])
  const number = '990000198506150037'
  const named = await plantMember(db, world.east, {
    name: '乙火',
    idNumberIndex: vault.index(number),
  })

  const text = `李四\n甲木\n王二麻\n${number}\n李四`
  const result = await markByFile(world.secretary, { ...key, fileId: null, text })

  expect(result).toMatchObject({ marked: 2, known: 0 })
  expect(result.faults.map(({ line, text: words }) => [line, words])).toEqual([
    [2, '甲木'],
    [3, '王二麻'],
  ])
  expect(await rollEntry(named)).toMatchObject({ mark: 'present', way: 'file' })
  const again = await markByFile(world.secretary, { ...key, fileId: null, text: '李四' })
  expect(again).toMatchObject({ marked: 0, known: 1, faults: [] })
  await expectRefusal(
    markByFile(world.secretary, { ...key, fileId: null, text: ' \n' }),
    'activities.namesMissing',
  )
})

test('a workbook does the same, but only one that the organiser sent in', async () => {
  const memberId = await plantMember(db, world.east, { name: '李四' })
  const sheet = tableOf([
    ['序号', '姓名'],
    ['1', '李四'],
    ['2', '赵七'],
  ])
  const fileId = await uploaded(world.secretary, sheet)
  const result = await markByFile(world.secretary, { ...key, fileId, text: '' })
  expect(result).toMatchObject({ marked: 1, faults: [{ line: 3, text: '赵七' }] })
  expect(await rollEntry(memberId)).toMatchObject({ mark: 'present' })

  const foreign = await uploaded(world.organizer, sheet)
  await expectRefusal(
    markByFile(world.secretary, { ...key, fileId: foreign, text: '' }),
    'files.unknown',
  )
})

test('a proxy is somebody who is there, and both names stay in the record', async () => {
  const [memberId, byMemberId] = [world.member.actor.personId, world.secretary.actor.personId]
  const ask = { ...key, memberId, byMemberId, reason: '手受伤，不能签字' }
  await expectRefusal(proxy(world.secretary, ask), 'activities.proxyAbsent')
  await expectRefusal(
    proxy(world.secretary, { ...ask, byMemberId: memberId }),
    'activities.proxySelf',
  )

  await say(byMemberId, 'present')
  await proxy(world.secretary, ask)
  expect(await rollEntry(memberId)).toMatchObject({
    mark: 'present',
    way: 'proxy',
    note: '张三代签：手受伤，不能签字',
  })
})

test('a guest is found in the unit by name or whole phone number, and in no other unit', async () => {
  const phoneIndex = vault.index('15400000009')
  const guest = await plantMember(db, world.west, { name: '王五', phoneIndex })
  const elsewhere = await plant(db)
  await plantMember(db, elsewhere.east, { name: '王五' })
  const find = async (text: string) =>
    (await findGuests(world.secretary, { ...key, text })).rows.map(({ memberId }) => memberId)

  expect(await find('王五')).toEqual([guest])
  expect(await find('15400000009')).toEqual([guest])
  expect(await find('1540000')).toEqual([])

  await addGuest(world.secretary, { ...key, memberId: guest })
  await addGuest(world.secretary, { ...key, memberId: guest })
  expect(await rollEntry(guest)).toMatchObject({ standing: 'guest', organizationName: '西支部' })
  expect(await find('王五')).toEqual([])
  await expectRefusal(
    addGuest(world.secretary, { ...key, memberId: world.member.actor.personId }),
    'activities.guestAtHome',
  )
  await expectRefusal(
    addGuest(world.secretary, { ...key, memberId: elsewhere.member.actor.personId }),
    'members.unknown',
  )
})

test('[S4-50] a guest carries how they were known and who vouches, in the room and by video, into the minutes', async () => {
  const [here, card, byVideo] = [
    await plantMember(db, world.west, { name: '王五' }),
    await plantMember(db, world.west, { name: '赵六' }),
    await plantMember(db, world.west, { name: '钱七' }),
  ]
  const voucherId = world.member.actor.personId
  const remote = { ...key, memberId: byVideo, known: 'video' } as const
  await expectRefusal(
    addGuest(world.secretary, { ...remote, voucherId }),
    'activities.voucherAbsent',
  )
  await addGuest(world.secretary, { ...key, memberId: here })
  await expectRefusal(
    addGuest(world.secretary, { ...remote, voucherId: here }),
    'activities.voucherAbsent',
  )
  await say(voucherId, 'present')
  await addGuest(world.secretary, { ...key, memberId: card, known: 'invitation', voucherId })
  await addGuest(world.secretary, remote)
  const caller = world.secretary.actor.name
  const voucher = (await rollEntry(voucherId))?.name ?? ''
  expect(await rollEntry(here)).toMatchObject({ way: 'rollCall', note: `当面认识，${caller}证明` })
  expect(await rollEntry(card)).toMatchObject({ note: `查验邀请函，${voucher}证明` })
  expect(await rollEntry(byVideo)).toMatchObject({ standing: 'guest', way: 'remote', note: '' })

  const form = await finished(world.secretary, key)
  const refusal = { reason: 'activities.remoteUnproven', words: { 姓名: '钱七', 人数: 1 } }
  await expect(close(world.secretary, form)).rejects.toMatchObject(refusal)
  await say(byVideo, null)
  await addGuest(world.secretary, { ...remote, voucherId })
  await close(world.secretary, form)
  const paper = minutesPaper(minutesFacts(await showActivity(world.secretary, key)))
  const words = JSON.stringify(paper.body)
  for (const phrase of [
    `王五（西支部，当面认识，${caller}证明）`,
    `赵六（西支部，查验邀请函，${voucher}证明）`,
    `钱七（西支部，线上，视频见面，${voucher}证明）`,
  ])
    expect(words).toContain(phrase)
})

test('leave is asked before it begins, seen by the organiser, and can be withdrawn', async () => {
  const startsAt = new Date(noon.getTime() + 3_600_000).toISOString()
  const endsAt = new Date(noon.getTime() + 3 * 3_600_000).toISOString()
  key = await planned(world.secretary, world.east.id, { startsAt, endsAt })
  const memberId = world.member.actor.personId

  await leave(world.member, { ...key, reason: '到县医院复查' })
  expect(await rollEntry(memberId)).toMatchObject({
    mark: 'excused',
    way: 'leave',
    note: '到县医院复查',
  })
  await withdrawLeave(world.member, key)
  expect(await rollEntry(memberId)).toMatchObject({ mark: null })
  await expectRefusal(withdrawLeave(world.member, key), 'activities.leaveNone')

  const late = { ...world.member, now: () => new Date(startsAt) }
  await expectRefusal(leave(late, { ...key, reason: '临时有事' }), 'activities.leaveLate')
  const neighbour = await plantCaller(db, world.west)
  await expectRefusal(leave(neighbour, { ...key, reason: '临时有事' }), 'activities.unknown')
  await say(memberId, 'present')
  await expectRefusal(leave(world.member, { ...key, reason: '有事' }), 'activities.leavePresent')
})

test('nobody is marked as having come before sign-in opens, by whatever way; leave is kept in advance', async () => {
  const startsAt = new Date(noon.getTime() + 24 * 3_600_000).toISOString()
  const endsAt = new Date(noon.getTime() + 26 * 3_600_000).toISOString()
  key = await planned(world.secretary, world.east.id, { startsAt, endsAt })
  const memberId = world.member.actor.personId
  const byMemberId = world.secretary.actor.personId
  const guest = await plantMember(db, world.west, { name: '王五' })
  const ways = [
    say(memberId, 'present'),
    say(memberId, 'present', { isRemote: true }),
    markRest(world.secretary, { ...key, mark: 'present' }),
    markByFile(world.secretary, { ...key, fileId: null, text: '张三' }),
    proxy(world.secretary, { ...key, memberId, byMemberId, reason: '手机没电' }),
    addGuest(world.secretary, { ...key, memberId: guest }),
  ]
  for (const way of await Promise.allSettled(ways))
    expect(way).toMatchObject({ reason: { reason: 'activities.presentEarly' } })

  await say(memberId, 'excused', { note: '外出务工' })
  expect(await rollEntry(memberId)).toMatchObject({ mark: 'excused' })
  const atTheDoor = { ...world.secretary, now: () => new Date(startsAt) }
  await mark(atTheDoor, { ...key, memberId, mark: 'present', isRemote: false, note: '' })
  expect(await rollEntry(memberId)).toMatchObject({ mark: 'present' })
})
