import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller, plantMember } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { hourEntries } from '../ledgers/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { match, planTrip } from './acts/plan.ts'
import { cancelTrip, recordTrip, reopenTrip } from './acts/record.ts'
import { offer, request, startSeries, withdrawOffer, withdrawRequest } from './acts/requests.ts'
import { coverage, listModes, listSeries } from './views/coverage.ts'
import { listOffers, listRequests, matches } from './views/requests.ts'
import { listTrips, myTrips, showOneTrip } from './views/trips.ts'

const page = { page: 1, size: 50 }
const june = [{ from: '2026-06-01', until: '2026-06-30' }]
const morning = { startsAt: '2026-06-01T01:00:00Z', endsAt: '2026-06-01T03:00:00Z' }
let world: World
let teacher: Person
beforeEach(async () => {
  world = await plant(db)
  teacher = await plantCaller(db, world.county, { name: '宋讲师' })
})
const idOf = (person: Person) => person.actor.memberId ?? ''

const offerOf = (changes = {}) => ({
  organizationId: world.county.id,
  formId: newId(),
  lecturerName: '宋讲师',
  lecturerRole: 'partySchool' as const,
  lecturerId: idOf(teacher),
  resourceId: null,
  topics: ['乡村振兴'],
  windows: june,
  tripsMax: 2,
  note: '',
  ...changes,
})
const requestOf = (changes = {}) => ({
  organizationId: world.east.id,
  formId: newId(),
  topic: '乡村振兴政策',
  note: '',
  windows: [{ from: '2026-06-01', until: '2026-06-10' }],
  people: 20,
  cohort: null,
  mode: 'touring' as const,
  ...changes,
})
const tripOf = (changes = {}) => ({
  organizationId: world.east.id,
  formId: newId(),
  offerId: null,
  seriesId: null,
  topic: '三农政策',
  place: '东村文化广场',
  venueId: null,
  lecturerName: '李镇长',
  lecturerRole: 'department' as const,
  mode: 'touring' as const,
  ...morning,
  ...changes,
})
const hoursOf = (memberId: string, source: 'lecture' | 'teaching') =>
  db
    .select({ minutes: hourEntries.minutes })
    .from(hourEntries)
    .where(
      and(
        eq(hourEntries.memberId, memberId),
        eq(hourEntries.source, source),
        eq(hourEntries.ledger, 'member'),
      ),
    )

test('[S1-39] [S3-62] a branch orders a lesson of the shared lecturers, is matched with one who can go, and records the trip', async () => {
  const { offerId } = await offer(world.organizer, offerOf())
  await offer(
    world.organizer,
    offerOf({ lecturerName: '周讲师', lecturerId: null, topics: ['反诈'], tripsMax: 1 }),
  )
  const shared = await listOffers(world.secretary, { organizationId: world.east.id, ...page })
  expect(shared.rows.map(({ lecturerName }) => lecturerName).toSorted()).toEqual(
    ['周讲师', '宋讲师'].toSorted(),
  )
  const key = await request(world.secretary, requestOf())
  const found = await matches(world.secretary, { ...key, ...page })
  expect(found.rows.map(({ lecturerName, fits }) => [lecturerName, fits])).toEqual([
    ['宋讲师', true],
    ['周讲师', false],
  ])
  expect(found.rows[0]?.because).toEqual([
    '能讲这个题目',
    '共同的日子 2026-06-01 至 2026-06-10',
    '还能讲 2 次',
  ])
  const trip = await match(world.secretary, {
    ...key,
    offerId,
    place: '党员活动室',
    venueId: null,
    ...morning,
  })
  const told = await listInbox(teacher, { ...page, onlyUnread: false })
  expect(told.rows[0]).toMatchObject({ title: '送课：乡村振兴政策' })
  const requests = { ...page, organizationId: world.county.id, state: null }
  expect(await listRequests(world.organizer, requests)).toMatchObject({
    open: 0,
    rows: [{ state: 'matched' }],
  })

  const listener = idOf(world.member)
  const record = { memberIds: [listener], guests: 12, record: '讲了政策，答了五个问题' }
  const { credited } = await recordTrip(world.secretary, { ...trip, version: 0, ...record })
  expect(credited).toBe(2)
  expect(await hoursOf(listener, 'lecture')).toEqual([{ minutes: 120 }])
  expect(await hoursOf(idOf(teacher), 'teaching')).toHaveLength(1)
  expect(await showOneTrip(world.organizer, trip)).toMatchObject({
    state: 'held',
    present: 1,
    guests: 12,
    record: '讲了政策，答了五个问题',
    people: [{ memberId: listener }],
  })
  expect(await listRequests(world.organizer, requests)).toMatchObject({ rows: [{ state: 'held' }] })
  expect(await myTrips(teacher, {})).toMatchObject({ teaching: [{ present: 1 }] })
  expect(await myTrips(world.member, {})).toMatchObject({ hearing: [{ wasThere: true }] })
})

test('[S2-08] the touring school has a schedule by village, takes orders, and knows who came', async () => {
  const { offerId } = await offer(world.organizer, offerOf())
  const key = await request(world.secretary, requestOf())
  await match(world.secretary, { ...key, offerId, place: '东村', venueId: null, ...morning })
  const afternoon = { startsAt: '2026-06-01T07:00:00Z', endsAt: '2026-06-01T09:00:00Z' }
  const west = { organizationId: world.west.id, offerId, topic: '乡村振兴', ...afternoon }
  const second = await planTrip(world.organizer, tripOf(west))
  const asked = { ...page, organizationId: world.county.id, seriesId: null }
  const day = { from: '2026-06-01', until: '2026-06-01' }
  const { rows } = await listTrips(world.organizer, { ...asked, ...day })
  expect(rows.map((trip) => `${trip.organizationName} ${trip.topic} ${trip.mode}`)).toEqual([
    '东支部 乡村振兴政策 touring',
    '西支部 乡村振兴 touring',
  ])
  const farmer = await plantMember(db, world.west, { employment: 'farmer' })
  const done = { ...second, version: 0, memberIds: [farmer], guests: 0, record: '现场讲解' }
  const late = { ...world.organizer, now: () => new Date('2026-06-01T09:30:00Z') }
  await recordTrip(late, done)
  expect(await showOneTrip(world.organizer, second)).toMatchObject({ present: 1 })
})

test('[S2-11] the record of a trip says in which role the lecturer came: teacher, leader, department head', async () => {
  const roles = ['partySchool', 'leader', 'department'] as const
  for (const [at, lecturerRole] of roles.entries()) {
    const startsAt = `2026-06-01T0${at}:00:00Z`
    const endsAt = `2026-06-01T0${at + 1}:00:00Z`
    const trip = tripOf({ lecturerName: `送课人${at}`, lecturerRole, startsAt, endsAt })
    const key = await planTrip(world.secretary, trip)
    const record = { memberIds: [], guests: 5, record: '讲得通俗易懂' }
    await recordTrip(world.secretary, { ...key, version: 0, ...record })
  }
  const asked = { ...page, organizationId: world.east.id, seriesId: null }
  const { rows } = await listTrips(world.secretary, asked)
  expect(rows.map(({ lecturerRole, state }) => `${lecturerRole} ${state}`).toSorted()).toEqual([
    'department held',
    'leader held',
    'partySchool held',
  ])
  await expectRefusal(planTrip(world.secretary, tripOf({ lecturerName: '' })), 'tours.lecturer')
})

test('[S1-42] [S3-55] a series has sessions by level and sector, and a map of whom it has reached', async () => {
  const facts = { level: null, sectors: ['village' as const], sessionsWanted: 10 }
  const span = { from: '2026-01-01', until: '2026-12-31' }
  const { seriesId } = await startSeries(world.organizer, {
    organizationId: world.county.id,
    formId: newId(),
    title: '三新讲习',
    ...facts,
    ...span,
  })
  const village = await planTrip(world.secretary, tripOf({ seriesId }))
  const record = { memberIds: [idOf(world.member)], guests: 3, record: '讲新思想新政策' }
  await recordTrip(world.secretary, { ...village, version: 0, ...record })
  await planTrip(world.organizer, tripOf({ seriesId, organizationId: world.county.id }))
  const { rows } = await listSeries(world.secretary, { organizationId: world.east.id, ...page })
  expect(rows).toMatchObject([{ title: '三新讲习', held: 1, planned: 1, present: 1 }])

  const where = { organizationId: world.county.id, year: 2026, seriesId }
  const map = await coverage(world.organizer, where)
  expect(map.cells).toEqual([{ level: 'village', sector: world.east.sector, held: 1 }])
  const shown = map.rows.map(({ name, branches, reached, held }) => ({
    name,
    branches,
    reached,
    held,
  }))
  expect(shown).toContainEqual({ name: '东支部', branches: 1, reached: 1, held: 1 })
  expect(shown).toContainEqual({ name: '西支部', branches: 1, reached: 0, held: 0 })
  const elsewhere = tripOf({ seriesId: newId() })
  await expectRefusal(planTrip(world.secretary, elsewhere), 'tours.seriesUnknown')
})

test('[S0-24] [S4-19] the catalogue of modes says whom each suits, and what share is taught face to face', async () => {
  const trip = await planTrip(world.secretary, tripOf())
  const record = { memberIds: [idOf(world.member)], guests: 0, record: '送课上门' }
  await recordTrip(world.secretary, { ...trip, version: 0, ...record })
  const inHall = tripOf({
    mode: 'lecture',
    startsAt: '2026-06-01T04:00:00Z',
    endsAt: '2026-06-01T05:00:00Z',
  })
  const lecture = await planTrip(world.secretary, inHall)
  await recordTrip(world.secretary, {
    ...lecture,
    version: 0,
    memberIds: [idOf(world.member), idOf(world.secretary)],
    guests: 0,
    record: '集中面授',
  })
  const modes = await listModes(world.secretary, {
    organizationId: world.east.id,
    cohort: 'excused',
  })
  expect(modes).toMatchObject({ faceToFace: 2, delivered: 1 })
  const advice = Object.fromEntries(modes.rows.map((row) => [row.mode, row.advice]))
  expect(advice).toMatchObject({ homeDelivery: 'suits', lecture: 'hardly', touring: 'possible' })
})

test('nobody is sent twice at one hour, on days that do not suit, or more often than they offered', async () => {
  const { offerId } = await offer(world.organizer, offerOf({ tripsMax: 1 }))
  const key = await request(world.secretary, requestOf())
  const go = (times = morning) =>
    match(world.secretary, { ...key, offerId, place: '东村', venueId: null, ...times })
  await expectRefusal(
    go({ startsAt: '2026-06-20T01:00:00Z', endsAt: '2026-06-20T03:00:00Z' }),
    'tours.requestWindow',
  )
  await expectRefusal(go({ ...morning, endsAt: morning.startsAt }), 'tours.times')
  const july = { startsAt: '2026-07-01T01:00:00Z', endsAt: '2026-07-01T03:00:00Z' }
  await expectRefusal(planTrip(world.secretary, tripOf({ offerId, ...july })), 'tours.window')
  const [one, other] = await Promise.allSettled([
    go(),
    planTrip(world.organizer, tripOf({ offerId })),
  ])
  expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(planTrip(world.secretary, tripOf({ offerId })), 'tours.full')
  const twice = await offer(world.organizer, offerOf({ lecturerName: '吴讲师' }))
  await planTrip(world.secretary, tripOf({ offerId: twice.offerId }))
  const again = planTrip(world.secretary, tripOf({ offerId: twice.offerId }))
  await expectRefusal(again, 'tours.busy')
  await withdrawOffer(world.organizer, twice)
  await expectRefusal(withdrawOffer(world.organizer, twice), 'tours.offerUnknown')
})

test('what was recorded wrongly is taken back; what cannot be is refused with the reason', async () => {
  const { offerId } = await offer(world.organizer, offerOf())
  const key = await request(world.secretary, requestOf())
  const trip = await match(world.secretary, {
    ...key,
    offerId,
    place: '东村',
    venueId: null,
    ...morning,
  })
  const listener = idOf(world.member)
  const record = { memberIds: [listener], guests: 0, record: '讲了两小时' }
  const early = { ...world.secretary, now: () => new Date('2026-05-31T00:00:00Z') }
  await expectRefusal(recordTrip(early, { ...trip, version: 0, ...record }), 'tours.ahead')
  const strangers = { ...trip, version: 0, ...record, memberIds: [newId()] }
  await expectRefusal(recordTrip(world.secretary, strangers), 'tours.strangers')
  const empty = { ...trip, version: 0, ...record, memberIds: [] }
  await expectRefusal(recordTrip(world.secretary, empty), 'tours.nobody')
  await recordTrip(world.secretary, { ...trip, version: 0, ...record })
  await expectRefusal(cancelTrip(world.secretary, { ...trip, reason: '下雨' }), 'tours.state')
  const { version } = await reopenTrip(world.secretary, { ...trip, reason: '名单错了' })
  const total = (await hoursOf(listener, 'lecture')).reduce((sum, { minutes }) => sum + minutes, 0)
  expect(total).toBe(0)
  await recordTrip(world.secretary, { ...trip, version, ...record })
  expect(await hoursOf(listener, 'lecture')).toHaveLength(3)
  await reopenTrip(world.secretary, { ...trip, reason: '其实没讲' })
  await cancelTrip(world.secretary, { ...trip, reason: '下雨' })
  expect((await matches(world.secretary, { ...key, ...page })).state).toBe('open')
  await withdrawRequest(world.secretary, key)
  await expectRefusal(withdrawRequest(world.secretary, key), 'tours.requestTaken')

  const elsewhere = await plant(db)
  await expectRefusal(matches(elsewhere.organizer, { ...key, ...page }), 'tours.requestUnknown')
  await expectRefusal(showOneTrip(elsewhere.organizer, trip), 'tours.tripUnknown')
  const foreign = await offer(elsewhere.organizer, {
    ...offerOf({ lecturerId: null }),
    organizationId: elsewhere.county.id,
  })
  const theirs = planTrip(world.secretary, tripOf({ offerId: foreign.offerId }))
  await expectRefusal(theirs, 'tours.offerUnknown')
  const offers = await listOffers(world.secretary, { organizationId: world.east.id, ...page })
  expect(offers.rows.map(({ lecturerName }) => lecturerName)).toEqual(['宋讲师'])
})
