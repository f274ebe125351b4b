import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import {
  found,
  hold,
  on,
  plantTown,
  seat,
  sitting,
  topic,
  words,
} from '../../testing/study-groups.ts'
import type { Town } from '../../testing/study-groups.ts'
import { plant, plantMember } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { cancel } from '../activities/acts/cancel.ts'
import { leave } from '../activities/acts/leave.ts'
import { makeUp } from '../activities/acts/make-up.ts'
import { showActivity } from '../activities/views/show.ts'
import { hourEntries } from '../ledgers/table.ts'
import { posts } from '../members/table.ts'
import { receipts } from '../notices/table.ts'
import { establish, setSeats } from './acts/groups.ts'
import { file, receive, savePlan } from './acts/plan.ts'
import { report } from './acts/report.ts'
import { cancelSession, changeSession, planSession } from './acts/sessions.ts'
import { candidates, listGroups, showGroup } from './views/groups.ts'
import { myGroups } from './views/mine.ts'

let place: Town
let { world, town, house, clerk, leader, deputy, other, unitId } = {} as Town
beforeEach(async () => {
  place = await plantTown()
  ;({ world, town, house, clerk, leader, deputy, other, unitId } = place)
})

test('[S3-11] a committee has one group, with a plan, sittings by list, make-up, minimum and filing', async () => {
  const held = (who: Person, post: 'secretary' | 'officer') => ({
    unitId,
    memberId: who.actor.personId,
    organizationId: town.id,
    post,
    from: '2024-01-01',
    byId: newId(),
  })
  await db.insert(posts).values([held(leader, 'secretary'), held(deputy, 'officer')])
  const proposed = await candidates(clerk, { organizationId: town.id })
  expect(proposed.seats.map(({ name, role, post }) => [name, role, post])).toEqual([
    ['丁一', 'leader', '书记'],
    ['马二', 'member', '委员'],
  ])
  const seats = [seat(leader, 'leader'), seat(deputy, 'member')]
  const wrong = (changes: object, organizationId = town.id) =>
    establish(clerk, { organizationId, name: '中心组', seats, ...changes })
  await expectRefusal(wrong({}, house.id), 'studyGroups.committeeOnly')
  await expectRefusal(wrong({ seats: [seat(deputy, 'member')] }), 'studyGroups.leader')
  await expectRefusal(wrong({ seats: [...seats, seat(deputy, 'extended')] }), 'studyGroups.twice')
  const far = await plantMember(db, world.west)
  const stranger = { memberUnitId: unitId, memberId: far, role: 'member' as const }
  await expectRefusal(wrong({ seats: [...seats, stranger] }), 'studyGroups.memberUnknown')
  await expectRefusal(wrong({}, world.county.id), 'organizations.unknown')
  const key = await found(place)
  await expectRefusal(found(place), 'studyGroups.there')
  await expectRefusal(showGroup(world.secretary, key), 'studyGroups.unknown')
})

test('[S3-11] a plan is adopted, a sitting carries it out, who was away makes up for it, and hours follow the rule', async () => {
  const key = await found(place)
  const book = { id: newId(), title: '党章', note: '' }
  const plan = { ...key, year: 2026, version: 0, intro: '', books: [book], topics: [topic(3)] }
  await expectRefusal(savePlan(clerk, { ...plan, isAdopted: true }), 'studyGroups.planFewer')
  const topics = [topic(2), topic(5), topic(8), topic(11)]
  await savePlan(clerk, { ...plan, topics, isAdopted: true })
  await expectRefusal(savePlan(clerk, { ...plan, isAdopted: false }), 'input.stale')

  const lost = sitting('2026-05-12', { topicId: newId() })
  await expectRefusal(
    planSession(on(clerk, '2026-05-01'), { ...key, ...lost }),
    'studyGroups.topicUnknown',
  )
  const night = sitting('2026-05-12', {
    endsAt: new Date('2026-05-13T11:00:00+08:00').toISOString(),
  })
  await expectRefusal(planSession(clerk, { ...key, ...night }), 'studyGroups.times')
  const spring = sitting('2026-05-12', { topicId: topics[1]?.id, bookIds: [book.id] })
  const { sessionId } = await planSession(on(clerk, '2026-05-01'), { ...key, ...spring })
  await planSession(on(clerk, '2026-05-01'), { ...key, ...spring })
  expect(await db.$count(receipts, eq(receipts.personId, deputy.actor.personId))).toBe(1)
  const activity = { unitId, activityId: sessionId }
  expect((await showActivity(clerk, activity)).roll).toHaveLength(2)
  await expectRefusal(cancel(clerk, { ...activity, reason: '停' }), 'activities.ofStudyGroup')
  await leave(on(deputy, '2026-05-11'), { ...activity, reason: '参加省里会议' })
  await hold(on(clerk, '2026-05-12'), sessionId)

  const shown = await showGroup(clerk, { ...key, year: 2026 })
  expect(shown.standing.quarters.map(({ state }) => state)).toEqual([
    'missing',
    'kept',
    'ahead',
    'ahead',
  ])
  expect(shown).toMatchObject({
    standing: { held: 1, halfDays: 1, due: 2, present: 1, plan: 'adopted', filing: 'late' },
    readIds: [book.id],
    absentees: [{ name: '马二', mark: '请假', note: '参加省里会议' }],
  })
  await makeUp(on(clerk, '2026-05-20'), {
    ...activity,
    memberId: deputy.actor.personId,
    how: '自学并交体会',
  })
  const after = await showGroup(clerk, { ...key, year: 2026 })
  expect(after.absentees).toEqual([])
  expect(after.standing.present).toBe(1)
  const hours = await db.select().from(hourEntries).where(eq(hourEntries.sourceId, sessionId))
  const asMembers = hours.filter(({ ledger }) => ledger === 'member')
  const credited = asMembers.map(({ memberId, minutes }) => `${memberId} ${String(minutes)}`)
  expect(new Set(credited)).toEqual(
    new Set([leader, deputy].map(({ actor }) => `${actor.personId} 180`)),
  )
})

test('[S3-11] each January members, plan and last year go upwards once, and only those above receive them', async () => {
  const key = await found(place)
  const topics = [topic(2), topic(5), topic(8), topic(11)]
  const plan = { ...key, year: 2026, version: 0, intro: '', books: [], topics }
  const summary = '去年学习四次，集体研讨四次，调研两次，问题是发言准备不足。'
  await expectRefusal(file(clerk, { ...key, year: 2025, summary }), 'studyGroups.filingYear')
  await expectRefusal(file(clerk, { ...key, year: 2026, summary }), 'studyGroups.planMissing')
  await savePlan(clerk, { ...plan, isAdopted: true })
  expect(await file(on(clerk, '2026-01-20'), { ...key, year: 2026, summary })).toEqual({
    isLate: false,
  })
  await expectRefusal(file(clerk, { ...key, year: 2026, summary }), 'studyGroups.filedAlready')
  await expectRefusal(receive(clerk, { ...key, year: 2026 }), 'studyGroups.notAbove')
  await receive(world.organizer, { ...key, year: 2026 })
  const list = { organizationId: world.county.id, page: 1, size: 50, text: '', year: 2026 }
  const all = await listGroups(world.organizer, list)
  expect(all).toMatchObject({ total: 1, kept: 0, unfiled: 0, unseen: 1 })
  expect(all.rows[0]?.standing.filing).toBe('received')
  expect(all.missing.map(({ name }) => name)).toEqual(['县委'])
})

test('who is due follows the list: extended sittings, newcomers, a sitting moved or called off; self-study has no roll', async () => {
  const key = await found(place)
  const before = on(clerk, '2026-06-01', '08:00')
  const plain = sitting('2026-06-20')
  await planSession(before, { ...key, ...plain })
  const wide = sitting('2026-06-21', { isExtended: true, title: '扩大学习' })
  await planSession(before, { ...key, ...wide })
  const dueOf = async (sessionId: string) =>
    (await showActivity(clerk, { unitId, activityId: sessionId })).roll
      .map(({ name }) => name)
      .toSorted()
  expect(await dueOf(plain.sessionId)).toEqual(['丁一', '马二'])
  expect(await dueOf(wide.sessionId)).toEqual(['丁一', '许三', '马二'].toSorted())
  const next = [seat(deputy, 'leader'), seat(other, 'member')]
  const shown = await showGroup(before, key)
  await setSeats(before, { ...key, version: shown.version, seats: next })
  await expectRefusal(
    setSeats(before, { ...key, version: shown.version, seats: next }),
    'input.stale',
  )
  expect(await dueOf(plain.sessionId)).toEqual(['许三', '马二'].toSorted())
  expect((await myGroups(on(deputy, '2026-06-01'), {})).groups).toMatchObject([
    { role: '组长', next: { title: '学习党的创新理论' } },
  ])
  expect((await myGroups(leader, {})).groups).toEqual([])

  const change = { ...plain, unitId, place: '东河村' }
  await expectRefusal(
    changeSession(before, { ...change, version: 0, form: 'selfStudy' }),
    'studyGroups.formFixed',
  )
  await changeSession(before, { ...change, version: 0 })
  await expectRefusal(changeSession(before, { ...change, version: 0 }), 'input.stale')
  await expectRefusal(
    changeSession(on(clerk, '2026-06-21'), { ...change, version: 1 }),
    'studyGroups.past',
  )
  await cancelSession(before, { unitId, sessionId: wide.sessionId, version: 0, reason: '防汛' })
  await expectRefusal(
    cancelSession(before, { unitId, sessionId: wide.sessionId, version: 1, reason: '防汛' }),
    'studyGroups.cancelled',
  )
  expect((await showActivity(clerk, { unitId, activityId: plain.sessionId })).place).toBe('东河村')

  const alone = sitting('2026-06-05', { form: 'selfStudy', place: '' })
  await planSession(before, { ...key, ...alone })
  await expectRefusal(
    showActivity(clerk, { unitId, activityId: alone.sessionId }),
    'activities.unknown',
  )
  const own = { unitId, sessionId: alone.sessionId, version: 0 }
  await report(on(clerk, '2026-06-06'), { ...own, ...words })
  expect((await showGroup(clerk, key)).standing).toMatchObject({ held: 1, reported: 1, due: 0 })
  const elsewhere = await plant(db)
  await expectRefusal(
    planSession(elsewhere.organizer, { ...key, ...sitting('2026-06-25') }),
    'studyGroups.unknown',
  )
})
