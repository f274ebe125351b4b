import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { noon, plant, plantCaller, plantOrganization, vault } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { goingTo, later, monthLetter, takeStep } from '../../../testing/transfers.ts'
import type { TransferKey } from '../../../testing/transfers.ts'
import { findActors } from '../../accounts/index.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { members } from '../../members/table.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { listTransfers } from '../views/list.ts'
import { showTransfer } from '../views/show.ts'
import { expireTransfers } from './expire.ts'
import { start } from './start.ts'
import { withdraw } from './withdraw.ts'

let world: World
let other: World
let hostSecretary: Person
let going: Person
let key: { unitId: string; memberId: string }
beforeEach(async () => {
  world = await plant(db)
  other = await plant(db)
  hostSecretary = await plantCaller(db, other.west, { office: 'secretary' })
  const idNumberIndex = vault.index(newId())
  going = await plantCaller(db, world.east, { name: '周远行', idNumberIndex })
  key = { unitId: world.east.unitId, memberId: going.actor.personId }
})

const issue = (transfer: TransferKey, more: object = monthLetter) =>
  takeStep(world.organizer, transfer, 'issue.issue', more)
const list = (
  by: Person,
  organizationId: string,
  show: 'open' | 'pocket' | 'received' | 'closed',
) => listTransfers(by, { organizationId, show, text: '', page: 1, size: 50 })
const rowOf = (unitId: string) =>
  db
    .select()
    .from(members)
    .where(and(eq(members.unitId, unitId), eq(members.id, key.memberId)))

test('refused with a reason, it goes back: the member never left, and a new one may begin', async () => {
  const transfer = await start(world.secretary, { ...key, ...goingTo(other.west.id) })
  await issue(transfer)
  await expectRefusal(takeStep(other.organizer, transfer, 'accept.refuse'), 'procedures.reason')
  const why = { reason: '工作单位不在本地，材料待核' }
  expect(await takeStep(other.organizer, transfer, 'accept.refuse', why)).toEqual({
    state: 'returned',
  })
  expect((await rowOf(world.east.unitId))[0]).toMatchObject({ leftOn: null })
  const shown = await showTransfer(world.secretary, transfer)
  expect(shown.events.at(-1)).toMatchObject({ outcomeName: '退回', ...why })
  const { rows } = await listInbox(going, { page: 1, size: 20, onlyUnread: false })
  expect(rows[0]).toMatchObject({ title: '西支部退回了周远行的介绍信' })
  const again = await start(world.secretary, { ...key, ...goingTo(other.west.id) })
  await issue(again)
  expect((await showTransfer(world.secretary, again)).letter?.number).toBe('〔2026〕2号')
  await expectRefusal(
    withdraw(other.organizer, { ...again, reason: '不转了' }),
    'transfers.unknown',
  )
  await withdraw(world.secretary, { ...again, reason: '本人不转了' })
  await expectRefusal(takeStep(other.organizer, again, 'accept.accept'), 'procedures.finished')
})

test('a letter that nobody receives is in the pocket, and runs out with a word to those who answer for it', async () => {
  const transfer = await start(world.secretary, { ...key, ...goingTo(other.west.id) })
  await issue(transfer)
  expect((await list(later(world.secretary, 9), world.east.id, 'pocket')).total).toBe(0)
  expect(await list(later(world.secretary, 12), world.east.id, 'pocket')).toMatchObject({
    rows: [{ pocket: 'notAccepted', heldDays: 12, daysLeft: 18 }],
    counts: { pocket: 1 },
  })
  expect((await list(later(hostSecretary, 12), other.west.id, 'pocket')).total).toBe(1)
  await expireTransfers(later(world.secretary, 30))
  expect(await showTransfer(world.secretary, transfer)).toMatchObject({ state: 'issued' })
  await expectRefusal(
    takeStep(later(other.organizer, 31), transfer, 'accept.accept'),
    'transfers.expired',
  )
  await expireTransfers(later(world.secretary, 31))
  await expireTransfers(later(world.secretary, 32))
  expect(await showTransfer(hostSecretary, transfer)).toMatchObject({
    state: 'expired',
    next: null,
  })
  expect((await rowOf(world.east.unitId))[0]).toMatchObject({ leftOn: null })
  for (const person of [world.secretary, world.organizer, going]) {
    const { rows } = await listInbox(person, { page: 1, size: 20, onlyUnread: false })
    expect(rows.filter(({ title }) => title.includes('过期失效'))).toHaveLength(1)
  }
  const pocket = await list(later(world.secretary, 33), world.east.id, 'pocket')
  expect(pocket.rows).toMatchObject([{ pocket: 'expired' }])
  const left = db.update(members).set({ leftOn: '2026-07-03' })
  await left.where(and(eq(members.unitId, key.unitId), eq(members.id, key.memberId)))
  expect((await list(later(world.secretary, 33), world.east.id, 'pocket')).total).toBe(0)
  await db.update(members).set({ leftOn: null }).where(eq(members.id, key.memberId))
  const again = await start(later(world.secretary, 33), { ...key, ...goingTo(other.west.id) })
  expect((await list(later(world.secretary, 33), world.east.id, 'pocket')).total).toBe(0)
  await expectRefusal(
    takeStep(later(world.organizer, 33), again, 'receive.receive'),
    'procedures.step',
  )
})

test('within the unit the same row changes its branch; offices at the old one end', async () => {
  const leader = await plantCaller(db, world.east, { office: 'secretary', name: '李东升' })
  const { unitId, personId: memberId, accountId } = leader.actor
  const town = await plantOrganization(db, world.county, '镇党委', { kind: 'committee' })
  const clerk = await plantCaller(db, town, { office: 'clerk' })
  const south = await plantOrganization(db, town, '南支部')
  const keeper = await plantCaller(db, south, { office: 'secretary' })
  await expectRefusal(
    start(world.secretary, { unitId, memberId, ...goingTo(world.east.id) }),
    'transfers.sameBranch',
  )
  const transfer = await start(world.secretary, { unitId, memberId, ...goingTo(south.id) })
  expect((await showTransfer(world.organizer, transfer)).proposed).toMatchObject({
    validDays: 10,
    validDaysMax: 90,
  })
  await issue(transfer)
  await expectRefusal(takeStep(keeper, transfer, 'accept.accept'), 'procedures.right')
  await takeStep(clerk, transfer, 'accept.accept')
  await takeStep(keeper, transfer, 'receive.receive')
  const [row] = await db.select().from(members).where(eq(members.id, memberId))
  expect(row).toMatchObject({ organizationId: south.id, leftOn: null })
  const [actor] = await findActors(db, [accountId], noon)
  expect(actor?.appointments).toEqual([{ office: 'member', path: south.path }])
  expect(await db.$count(hourEntries, eq(hourEntries.memberId, memberId))).toBe(0)
  expect((await list(world.organizer, world.county.id, 'received')).rows).toMatchObject([
    { way: 'within', state: 'received' },
  ])
})
