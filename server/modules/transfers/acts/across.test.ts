import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { noon, plant, plantCaller, vault } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { goingTo, later, monthLetter, takeStep } from '../../../testing/transfers.ts'
import type { TransferKey } from '../../../testing/transfers.ts'
import { findActors } from '../../accounts/index.ts'
import { floatingStays } from '../../floating/table.ts'
import { hourTotals } from '../../ledgers/table.ts'
import { postHours } from '../../ledgers/index.ts'
import { inTransaction } from '../../../kernel/db.ts'
import { showMember } from '../../members/views/show.ts'
import { affiliations, excuses, members } from '../../members/table.ts'
import { listInbox } from '../../notices/views/inbox.ts'
import { organizationCounts } from '../../organizations/table.ts'
import { waiting } from '../../procedures/views/waiting.ts'
import { listTransfers } from '../views/list.ts'
import { myTransfers } from '../views/mine.ts'
import { showPast } from '../views/past.ts'
import { showTransfer } from '../views/show.ts'
import { ask, start } from './start.ts'

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
const membersAt = async (id: string) =>
  (await db.select().from(organizationCounts).where(eq(organizationCounts.id, id)))[0]?.members

/** Away since autumn, excused, and two hours studied this year. */
async function plantPast() {
  await db.insert(floatingStays).values({
    ...key,
    since: '2025-10-01',
    reason: 'work',
    range: 'nation',
    destination: '远州省',
    byId: newId(),
    at: noon,
  })
  await db.insert(excuses).values({
    ...key,
    reason: 'ill',
    from: '2026-01-01',
    approvedBy: '县委组织部',
    byId: newId(),
    at: noon,
  })
  await study(key, '2026-03-05', 120)
}

async function study(who: typeof key, day: string, minutes: number) {
  const posting = {
    ...who,
    day,
    minutes,
    source: 'meeting' as const,
    sourceId: newId(),
    title: '主题党日',
    isCentralized: true,
    ruleKey: 'hours.meeting',
    ruleFrom: '2020-01-01',
    key: newId(),
    postedBy: newId(),
    at: noon,
  }
  await inTransaction(db, (tx) => postHours(tx, [posting]))
}

async function expectSettled(there: { unitId: string; memberId: string }) {
  // The account stands where the member stands; what came before is read across units, once.
  const [actor] = await findActors(db, [going.actor.accountId], noon)
  expect(actor).toMatchObject({ unitId: there.unitId, memberId: key.memberId })
  expect(actor?.place.path).toBe(other.west.path)
  expect(await showMember(hostSecretary, there)).toMatchObject({ organizationName: '西支部' })
  const past = await showPast(hostSecretary, there)
  expect(past.affiliations[0]).toMatchObject({ organizationName: '西支部', how: 'transferred' })
  expect(past.hours).toMatchObject([{ unitName: '县委', year: 2026, minutes: 120 }])
  expect(past.stays).toMatchObject([{ destination: '远州省', ended: '已转组织关系' }])
  await expectRefusal(showPast(world.secretary, there), 'members.unknown')
  await expectNothingSince(there)
  if (!actor) throw new Error('gone')
  const own = await myTransfers({ ...going, actor }, {})
  expect(own.rows).toMatchObject([{ state: 'received', toName: '西支部' }])
  expect(own.rows[0]?.events.map(({ stepName }) => stepName)).toEqual([
    '转出党支部审核',
    '上级党组织开具介绍信',
    '接收方党组织审核',
    '接收党支部接收',
  ])
  const { rows: told } = await listInbox(world.secretary, { page: 1, size: 20, onlyUnread: false })
  expect(told.map(({ title }) => title)).toContain('西支部已接收周远行的组织关系')
}

/** Whoever kept them before goes on seeing what was until they left, and nothing of what came after. */
async function expectNothingSince(there: { readonly unitId: string; readonly memberId: string }) {
  const day = '2026-06-20'
  await study(there, day, 60)
  await db.insert(floatingStays).values({
    ...there,
    since: day,
    reason: 'work',
    range: 'nation',
    destination: '再往远方',
    byId: newId(),
    at: noon,
  })
  const minutes = async (by: Person, of: typeof there) =>
    (await showPast(by, of)).hours.reduce((sum, one) => sum + one.minutes, 0)
  expect(await minutes(hostSecretary, there)).toBe(180)
  expect(await minutes(world.secretary, key)).toBe(120)
  const { stays } = await showPast(world.secretary, key)
  expect(stays.map(({ destination }) => destination)).not.toContain('再往远方')
}

/** Both ends read the same; it waits at the other end, and the origin still answers. */
async function expectShared(transfer: TransferKey) {
  const todo = await waiting(other.organizer, { page: 1, size: 10 })
  expect(todo.rows).toMatchObject([{ stepName: '接收方党组织审核', title: '周远行转往西支部' }])
  for (const person of [world.secretary, hostSecretary])
    expect(await showTransfer(person, transfer)).toMatchObject({
      state: 'issued',
      letter: { number: '〔2026〕1号', validUntil: '2026-07-01', duesPaidTo: '2026-05' },
      next: { step: 'accept' },
    })
  expect(await list(world.secretary, world.east.id, 'open')).toMatchObject({
    counts: { outNotReceived: 1, incoming: 0 },
  })
  expect(await list(hostSecretary, other.west.id, 'open')).toMatchObject({
    rows: [{ way: 'in', name: '周远行', fromName: '东支部' }],
    counts: { outNotReceived: 0, incoming: 1 },
  })
}

test('both ends decide their steps, the origin answers until it is received, and the member goes with all that is theirs', async () => {
  await plantPast()
  const transfer = await ask(going, goingTo(other.west.id))
  await expectRefusal(ask(going, goingTo(world.west.id)), 'transfers.open')
  await expectRefusal(showTransfer(hostSecretary, transfer), 'transfers.unknown')
  await takeStep(world.secretary, transfer, 'branch.agree')
  await expectRefusal(issue(transfer, {}), 'transfers.letter')
  await expectRefusal(issue(transfer, { ...monthLetter, validDays: 91 }), 'transfers.validity')
  await expectRefusal(
    takeStep(world.secretary, transfer, 'issue.issue', monthLetter),
    'procedures.right',
  )
  expect(await issue(transfer)).toEqual({ state: 'issued' })

  await expectShared(transfer)
  await expectRefusal(takeStep(world.organizer, transfer, 'accept.accept'), 'procedures.right')
  expect(await takeStep(other.organizer, transfer, 'accept.accept')).toEqual({
    state: 'inTransit',
  })
  expect((await rowOf(world.east.unitId))[0]).toMatchObject({ leftOn: null })

  const before = [await membersAt(world.east.id), await membersAt(other.west.id)]
  expect(await takeStep(hostSecretary, transfer, 'receive.receive')).toEqual({ state: 'received' })
  await expectRefusal(takeStep(hostSecretary, transfer, 'receive.receive'), 'procedures.finished')
  expect([await membersAt(world.east.id), await membersAt(other.west.id)]).toEqual([
    Number(before[0]) - 1,
    Number(before[1]) + 1,
  ])
  const there = { ...key, unitId: other.west.unitId }
  expect((await rowOf(world.east.unitId))[0]).toMatchObject({
    leftOn: '2026-06-01',
    leftBecause: 'transferred',
  })
  expect((await rowOf(there.unitId))[0]).toMatchObject({
    organizationId: other.west.id,
    leftOn: null,
    name: '周远行',
    joinedOn: '2005-07-01',
    floatingSince: null,
  })
  const [stay] = await db
    .select()
    .from(floatingStays)
    .where(eq(floatingStays.memberId, key.memberId))
  expect(stay).toMatchObject({ endedOn: '2026-06-01', endedBecause: 'transferred' })
  const [excused] = await db
    .select()
    .from(excuses)
    .where(and(eq(excuses.unitId, there.unitId), eq(excuses.memberId, key.memberId)))
  expect(excused).toMatchObject({ reason: 'ill', from: '2026-01-01', endedOn: null })
  const [total] = await db
    .select()
    .from(hourTotals)
    .where(and(eq(hourTotals.unitId, there.unitId), eq(hourTotals.memberId, key.memberId)))
  expect(total).toMatchObject({ year: 2026, minutes: 120, centralizedMinutes: 120 })
  await expectSettled(there)
})

test('who comes back is the same row again, and brings only what came in between', async () => {
  const away = await start(world.secretary, { ...key, ...goingTo(other.west.id) })
  await issue(away)
  await takeStep(other.organizer, away, 'accept.accept')
  await takeStep(hostSecretary, away, 'receive.receive')
  const there = { ...key, unitId: other.west.unitId }
  const back = await start(later(hostSecretary, 40), { ...there, ...goingTo(world.west.id) })
  await takeStep(later(other.organizer, 40), back, 'issue.issue', { ...monthLetter, validDays: 10 })
  await takeStep(later(world.organizer, 41), back, 'accept.accept')
  const home = await plantCaller(db, world.west, { office: 'secretary' })
  await takeStep(later(home, 42), back, 'receive.receive')
  expect((await rowOf(world.east.unitId))[0]).toMatchObject({
    organizationId: world.west.id,
    leftOn: null,
    arrivedOn: '2026-07-13',
  })
  expect((await rowOf(other.west.unitId))[0]).toMatchObject({ leftOn: '2026-07-13' })
  const stays = await db.select().from(affiliations).where(eq(affiliations.memberId, key.memberId))
  expect(stays.filter(({ until }) => until === null)).toHaveLength(1)
})
