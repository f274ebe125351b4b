import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { captureOf, idOf, plantExcused, plantRound } from '../../testing/rounds.ts'
import { plant, plantMember } from '../../testing/world.ts'
import { hourEntries } from '../ledgers/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { capture } from './acts/capture.ts'
import { confirm, settle } from './acts/confirm.ts'
import { endPack, keepPack } from './acts/packs.ts'
import { arrange, endRound, markPacked, planRound } from './acts/rounds.ts'
import { coverage, listDue } from './views/due.ts'
import { myDeliveries } from './views/mine.ts'
import { listPacks } from './views/packs.ts'
import { listRounds, myRounds, showRound } from './views/rounds.ts'

const page = { page: 1, size: 50 }
let world: Awaited<ReturnType<typeof plantRound>>
beforeEach(async () => {
  world = await plantRound(db)
})
const oldId = () => idOf(world.old)
const due = (show: 'due' | 'all' = 'due') =>
  listDue(world.secretary, { ...page, organizationId: world.east.id, show, text: '' })
const hoursOf = (memberId: string) =>
  db
    .select({ minutes: hourEntries.minutes, source: hourEntries.source })
    .from(hourEntries)
    .where(and(eq(hourEntries.memberId, memberId), eq(hourEntries.ledger, 'member')))
const net = async (memberId: string) =>
  (await hoursOf(memberId)).reduce((sum, { minutes }) => sum + minutes, 0)

test('[S1-14] the list says whom, why and until when; the round has a schedule, materials, a signed record, hours', async () => {
  expect(await due()).toMatchObject({ excused: 2, due: 2, planned: 2, total: 2 })
  const { rows } = await due()
  const frail = { reason: 'frail', excuseUntil: '2026-12-31', needed: 1, roundTitle: '六月送学' }
  expect(rows.find(({ name }) => name === '郑年高')).toMatchObject(frail)

  const { unitId, version } = await showRound(world.secretary, world.round)
  const [first, second] = [idOf(world.ill), oldId()]
  const stops = [
    { memberId: first, plannedOn: '2026-06-02', note: '村口第一户' },
    { memberId: second, plannedOn: '2026-06-03', note: '' },
  ]
  await arrange(world.secretary, { ...world.round, version, stops })
  const stale = arrange(world.secretary, { ...world.round, version, stops })
  await expectRefusal(stale, 'input.stale')

  const witness = { name: '郑小年', relation: 'child', signature: 'M1 2L3 4' } as const
  const words = { delivered: [world.item.id], witness, minutes: 90 }
  const sent = captureOf(world.round, oldId(), words)
  expect(await capture(world.first, sent)).toMatchObject({
    outcome: 'kept',
    visit: { unitId, state: 'attested', creditedMinutes: 90, attested: 1 },
  })
  expect(await hoursOf(oldId())).toEqual([{ minutes: 90, source: 'homeDelivery' }])
  expect(await due()).toMatchObject({ due: 1 })
  const shown = await showRound(world.secretary, world.round)
  expect(shown.stops.map(({ name, plannedOn }) => `${name} ${plannedOn}`)).toEqual([
    '王体弱 2026-06-02',
    '郑年高 2026-06-03',
  ])
  expect(shown).toMatchObject({ people: 2, visited: 1 })
  expect(shown.stops[1]?.visits[0]?.evidence[0]).toMatchObject({ witness, minutes: 90 })
  const mine = await myDeliveries(world.old, {})
  expect(mine.rows).toMatchObject([
    { roundTitle: '六月送学', visitors: ['周上门'], delivered: ['新修订党章'] },
  ])
})

test('[S3-65] material is put together as a package with its list, packed for everybody on the route', async () => {
  const { rows } = await listPacks(world.secretary, {
    organizationId: world.east.id,
    page: 1,
    size: 50,
  })
  expect(rows).toMatchObject([{ title: '二季度资料包', items: [{ title: '新修订党章' }] }])
  const [pack] = rows
  const letter = { id: newId(), title: '致老党员的信', kind: 'letter', copies: 2 } as const
  const form = { organizationId: world.east.id, packId: world.packId, title: '二季度资料包' }
  const items = [world.item, letter]
  const kept = await keepPack(world.secretary, { ...form, version: 1, items })
  expect(kept).toMatchObject({ version: (pack?.version ?? 0) + 1 })
  const late = keepPack(world.secretary, { ...form, version: 1, items: [letter] })
  await expectRefusal(late, 'input.stale')

  await markPacked(world.secretary, world.round)
  const shown = await showRound(world.secretary, world.round)
  expect(shown).toMatchObject({ packedOn: '2026-06-01', pack: { items } })
  const sent = captureOf(world.round, oldId(), { delivered: [world.item.id, letter.id] })
  const { mine } = await capture(world.first, sent)
  expect(mine.delivered).toHaveLength(2)
  await endPack(world.secretary, { unitId: world.east.unitId, packId: world.packId })
  expect(
    (await listPacks(world.secretary, { organizationId: world.east.id, page: 1, size: 50 })).rows,
  ).toEqual([])
})

test('only the excused of this place are on a route, and only those who may lay it down', async () => {
  const well = await plantMember(db, world.east)
  const form = {
    organizationId: world.east.id,
    formId: newId(),
    title: '七月送学',
    from: '2026-06-01',
    until: '2026-06-30',
    packId: null,
    visitorIds: [idOf(world.first)],
  }
  const plan = (memberIds: string[], changes = {}) =>
    planRound(world.secretary, { ...form, memberIds, ...changes })
  await expectRefusal(plan([well]), 'outreach.notExcused')
  const west = await plantExcused(db, world.west, '西年高')
  await expectRefusal(plan([idOf(west)]), 'outreach.notExcused')
  await expectRefusal(plan([oldId()], { until: '2026-05-31' }), 'outreach.days')
  await expectRefusal(plan([oldId()], { packId: newId() }), 'outreach.packUnknown')
  await expectRefusal(plan([oldId()], { visitorIds: [newId()] }), 'outreach.visitorUnknown')
  const one = await plan([oldId()])
  expect(await plan([oldId()])).toEqual(one)
  const listed = { ...page, organizationId: world.east.id }
  expect((await listRounds(world.secretary, listed)).total).toBe(2)
  const told = await listInbox(world.first, { ...page, onlyUnread: false })
  expect(told.rows[0]).toMatchObject({ title: '送学上门：七月送学', link: '/outreach' })

  const elsewhere = await plant(db)
  await expectRefusal(showRound(elsewhere.organizer, world.round), 'outreach.roundUnknown')
  await expectRefusal(endRound(elsewhere.organizer, world.round), 'outreach.roundUnknown')
})

test('coverage is drawn organization by organization', async () => {
  await plantExcused(db, world.west, '西年高')
  await capture(world.first, captureOf(world.round, oldId()))
  await capture(world.second, captureOf(world.round, oldId()))
  const { rows } = await coverage(world.organizer, { organizationId: world.county.id })
  expect(
    rows
      .map(({ name, excused, due: open, visits }) => `${name} ${excused} ${open} ${visits}`)
      .toSorted(),
  ).toEqual(['东支部 2 1 1', '西支部 1 1 0'])
})

test('the same record sent twice, or by two lines at once, is one record', async () => {
  const sent = captureOf(world.round, oldId())
  const [one, other] = await Promise.all([capture(world.first, sent), capture(world.first, sent)])
  expect([one.outcome, other.outcome].toSorted()).toEqual(['kept', 'same'])
  expect(other.visit.evidence).toHaveLength(1)
})

test('two visitors write down one visit: one credit, both kept, whoever comes first', async () => {
  const [a, b] = [
    captureOf(world.round, oldId(), { minutes: 80 }),
    captureOf(world.round, oldId(), { minutes: 50 }),
  ]
  expect((await capture(world.second, b)).visit).toMatchObject({ state: 'captured' })
  const { visit } = await capture(world.first, a)
  expect(visit).toMatchObject({ state: 'attested', creditedMinutes: 50 })
  expect(visit.evidence.map(({ byName }) => byName).toSorted()).toEqual(['吴同行', '周上门'])
  expect(await hoursOf(oldId())).toHaveLength(1)

  const ill = idOf(world.ill)
  await capture(world.first, captureOf(world.round, ill, { minutes: 80 }))
  await capture(world.second, captureOf(world.round, ill, { minutes: 90 }))
  const third = captureOf(world.round, ill, { minutes: 30 })
  await capture(world.second, third)
  expect(await net(ill)).toBe(80)
})

test('what was changed after it had come in is shown from both sides, and replaced only on demand', async () => {
  const sent = captureOf(world.round, oldId(), { note: '读了第一章' })
  await capture(world.first, sent)
  const changed = { ...sent, minutes: 40, note: '读了两章' }
  const answer = await capture(world.first, changed)
  expect(answer).toMatchObject({ outcome: 'differs', mine: { note: '读了第一章', minutes: 60 } })
  const replaced = await capture(world.first, { ...changed, replaces: true })
  expect(replaced).toMatchObject({ outcome: 'kept', mine: { note: '读了两章', revision: 1 } })
  await capture(world.second, captureOf(world.round, oldId()))
  expect(await net(oldId())).toBe(40)
  await capture(world.first, { ...sent, minutes: 50, replaces: true })
  expect(await net(oldId())).toBe(50)

  await expectRefusal(capture(world.second, sent), 'outreach.captureTaken')
  const moved = { ...sent, memberId: idOf(world.ill) }
  await expectRefusal(capture(world.first, moved), 'outreach.captureTaken')
})

test('comes after the round has ended if it happened before; what cannot be is refused with the reason', async () => {
  const later = { ...world.first, now: () => new Date('2026-06-05T12:00:00Z') }
  await endRound(world.secretary, world.round)
  expect((await myRounds(world.first, {})).rows).toEqual([])
  await capture(later, captureOf(world.round, oldId()))
  const at = '2026-06-04T02:00:00Z'
  const after = captureOf(world.round, oldId(), { at })
  await expectRefusal(capture(later, after), 'outreach.afterEnd')
  const early = captureOf(world.round, oldId(), { at: '2026-05-20T02:00:00Z' })
  await expectRefusal(capture(later, early), 'outreach.beforeRound')
  const nothing = captureOf(world.round, oldId(), { minutes: 0 })
  await expectRefusal(capture(later, nothing), 'outreach.minutes')
  const strange = captureOf(world.round, oldId(), { delivered: [newId()] })
  await expectRefusal(capture(later, strange), 'outreach.itemUnknown')
  const ahead = captureOf(world.round, idOf(world.ill), { at: '2027-01-01T00:00:00Z' })
  await expectRefusal(capture(later, ahead), 'outreach.afterEnd')
  const off = captureOf(world.round, idOf(world.second))
  await expectRefusal(capture(later, off), 'outreach.notOnRoute')
  const uninvited = capture(world.member, captureOf(world.round, oldId()))
  await expectRefusal(uninvited, 'outreach.notVisitor')
  const foreign = await plant(db)
  const away = capture(foreign.member, captureOf(world.round, oldId()))
  await expectRefusal(away, 'outreach.roundUnknown')
})

test('the phone is given names and doors, no numbers, and nothing of rounds that are not its own', async () => {
  const { rows, personId } = await myRounds(world.first, {})
  expect(personId).toBe(world.first.actor.personId)
  expect(rows).toMatchObject([{ title: '六月送学', visitors: ['周上门', '吴同行'] }])
  expect(Object.keys(rows[0]?.stops[0] ?? {}).toSorted()).toEqual([
    'memberId',
    'name',
    'note',
    'organizationName',
    'phone',
    'plannedOn',
    'visits',
  ])
  expect((await myRounds(world.member, {})).rows).toEqual([])
  expect((await myRounds(world.stranger, {})).rows).toEqual([])
})

test('says so: the other visitor or the member, never whoever wrote it down', async () => {
  const { visit } = await capture(world.first, captureOf(world.round, oldId()))
  const key = { unitId: visit.unitId, visitId: visit.visitId, isTrue: true, note: '' }
  await expectRefusal(confirm(world.first, key), 'outreach.own')
  await expectRefusal(confirm(world.member, key), 'outreach.noWord')
  expect((await confirm(world.old, key)).visit).toMatchObject({ state: 'attested' })
  expect(await net(oldId())).toBe(60)
  expect((await myDeliveries(world.old, {})).rows[0]).toMatchObject({ myWord: true })

  const denied = await confirm(world.old, { ...key, isTrue: false, note: '没有来过' })
  expect(denied.visit).toMatchObject({ state: 'disputed', creditedMinutes: 0 })
  expect(await net(oldId())).toBe(0)
})

test('where they disagree, somebody who was not there decides', async () => {
  const seen = await capture(world.first, captureOf(world.round, oldId()))
  const other = captureOf(world.round, oldId(), { isMet: false })
  const { visit } = await capture(world.second, other)
  expect(visit).toMatchObject({ state: 'disputed', visitId: seen.visit.visitId })
  const { unitId, visitId, version } = visit
  const words = { unitId, visitId, version, isMet: true, minutes: 60, reason: '家属证实' }
  await expectRefusal(settle(world.secretary, { ...words, version: 0 }), 'input.stale')
  await expectRefusal(settle(world.secretary, { ...words, minutes: 0 }), 'outreach.minutes')
  await settle(world.secretary, words)
  expect(await net(oldId())).toBe(60)
  const shown = await showRound(world.secretary, world.round)
  expect(shown).toMatchObject({ visited: 1, disputed: 0 })
  const replaced = capture(world.second, { ...other, note: '改', replaces: true })
  await expectRefusal(replaced, 'outreach.settled')
  const elsewhere = await plant(db)
  await expectRefusal(settle(elsewhere.organizer, words), 'outreach.visitUnknown')
})
