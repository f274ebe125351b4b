import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plantFile } from '../../../testing/files.ts'
import { noon, plant, plantCaller, plantMember } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { noticeFiles, sendNotice } from '../index.ts'
import { findFile } from '../../files/store.ts'
import { listInbox } from '../views/inbox.ts'
import { listReceipts } from '../views/receipts.ts'
import { listSent } from '../views/sent.ts'
import { read } from './read.ts'
import { remind } from './remind.ts'
import { send } from './send.ts'

const page = { page: 1, size: 20, onlyUnread: false }
const everybody = {}

function noticeTo(organizationId: string, changes = {}) {
  return {
    organizationId,
    formId: newId(),
    title: '本月学习材料',
    body: '请于月底前读完。',
    link: '',
    audience: everybody,
    parts: [],
    fileIds: [],
    ...changes,
  }
}
let world: World
beforeEach(async () => {
  world = await plant(db)
})

test('[S1-15] reaches the members with its material, shows who has read, and goes again to those who have not', async () => {
  const other = await plantCaller(db, world.east, { name: '李四' })
  const fileId = await plantFile(db, world.secretary, '材料.pdf')
  const sent = await send(world.secretary, noticeTo(world.east.id, { fileIds: [fileId] }))
  expect(sent.people).toBe(3)

  const inbox = await listInbox(world.member, page)
  expect(inbox).toMatchObject({ total: 1, unread: 1 })
  expect(inbox.rows[0]).toMatchObject({ title: '本月学习材料', files: [{ fileId }] })
  const key = { unitId: sent.unitId, noticeId: sent.noticeId }
  await read(world.member, key)

  const [row] = (await listSent(world.secretary, { ...page, organizationId: world.east.id })).rows
  expect(row).toMatchObject({ people: 3, read: 1 })
  const unread = await listReceipts(world.secretary, { ...key, ...page, onlyUnread: true })
  expect(unread.rows.map(({ personId }) => personId).toSorted()).toEqual(
    [other.actor.personId, world.secretary.actor.personId].toSorted(),
  )

  expect(await remind(world.secretary, key)).toEqual({ people: 2 })
  const again = await listInbox(other, page)
  expect(again).toMatchObject({ total: 1, rows: [{ reminders: 1 }] })
  expect((await listInbox(world.member, page)).rows[0]).toMatchObject({ reminders: 0 })
})

test('is opened once, whatever is pressed', async () => {
  const { people: _, ...key } = await send(world.secretary, noticeTo(world.east.id))
  const later = { ...world.member, now: () => new Date(noon.getTime() + 60_000) }

  const first = await read(world.member, key)
  expect(await read(later, key)).toEqual(first)
  expect(await tracesIn(db, world)).toHaveLength(2)
})

test('is said once when the form is sent twice', async () => {
  const notice = noticeTo(world.east.id)
  const [first, second] = [await send(world.secretary, notice), await send(world.secretary, notice)]
  expect(second).toEqual(first)
  expect((await listInbox(world.member, page)).total).toBe(1)
})

test('can be meant for some only', async () => {
  await plantMember(db, world.east, { stage: 'probationary' })
  await plantMember(db, world.east, { floatingSince: '2026-01-01' })
  await plantMember(db, world.east, { leftOn: '2026-05-01' })
  const to = async (audience: object) =>
    (await send(world.secretary, noticeTo(world.east.id, { audience }))).people

  expect(await to({ stages: ['probationary'] })).toBe(1)
  expect(await to({ rosters: ['floating'] })).toBe(1)
  expect(await to(everybody)).toBe(4)
})

test('goes nowhere else, and a neighbour learns nothing of it', async () => {
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(send(neighbour, noticeTo(world.east.id)), 'organizations.unknown')
  const empty = noticeTo(world.west.id, { audience: { stages: ['probationary'] } })
  await expectRefusal(send(neighbour, empty), 'notices.nobody')

  const { people: _, ...key } = await send(world.secretary, noticeTo(world.east.id))
  await expectRefusal(read(neighbour, key), 'notices.unknown')
  await expectRefusal(remind(neighbour, key), 'notices.unknown')
  await expectRefusal(listReceipts(neighbour, { ...key, ...page }), 'notices.unknown')
})

test("hangs nobody else's file on itself, and then nothing is said", async () => {
  const fileId = await plantFile(db, world.organizer, '材料.pdf')
  const notice = noticeTo(world.east.id, { fileIds: [fileId] })
  await expectRefusal(send(world.secretary, notice), 'files.unknown')
  expect((await listInbox(world.member, page)).total).toBe(0)
})

test('shows its files to those it was sent to and those who send there', async () => {
  const fileId = await plantFile(db, world.secretary, '材料.pdf')
  await send(world.secretary, noticeTo(world.east.id, { fileIds: [fileId] }))
  const file = await findFile(db, { unitId: world.county.id, fileId })
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const sees = async ({ actor }: { actor: World['member']['actor'] }) =>
    file && noticeFiles.maySee({ db, actor, now: noon }, file)

  expect(await Promise.all([world.member, world.organizer, neighbour].map(sees))).toEqual([
    true,
    true,
    false,
  ])
})

test('refuses to remind when everybody has read', async () => {
  const lonely = await plantCaller(db, world.west, { office: 'secretary' })
  const { people: _, ...key } = await send(lonely, noticeTo(world.west.id))
  await read(lonely, key)
  await expectRefusal(remind(lonely, key), 'notices.allRead')
})

test('what a neighbour says under the same key reaches each person once', async () => {
  const other = await plantCaller(db, world.east)
  const words = { kind: 'call', from: '东支部', title: '开会', body: '', link: '', now: noon }
  const said = { ...words, unitId: world.county.id, path: world.east.path, fromId: newId() }
  const say = (personIds: string[]) =>
    inTransaction(db, (tx) => sendNotice(tx, { ...said, key: 'call:1', personIds }))

  expect(await say([world.member.actor.personId])).toBe(1)
  expect(await say([world.member.actor.personId, other.actor.personId])).toBe(1)
  expect((await listInbox(world.member, page)).total).toBe(1)
})
