import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { finished, planned } from '../../testing/theme-day.ts'
import { noon, plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { addGuest } from '../activities/acts/add-guest.ts'
import { close } from '../activities/acts/close.ts'
import { tag } from '../members/acts/tag.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { assign, end } from './acts/assign.ts'
import { record, savePlan } from './acts/plan.ts'
import { lacksOf, stateOf } from './rules.ts'
import { listLeaders } from './views/list.ts'
import { showLeader, showMine, showOfBranch } from './views/show.ts'

const year = 2026
let world: World
let leader: Person
let west: Person
beforeEach(async () => {
  world = await plant(db)
  leader = await plantCaller(db, world.east, { name: '方知远' })
  west = await plantCaller(db, world.west, { office: 'secretary', name: '西书记' })
  const { unitId, personId: memberId } = leader.actor
  await tag(world.organizer, { unitId, memberIds: [memberId], tag: '党员领导干部' })
})

const keyOf = ({ actor: { unitId, personId: memberId } }: Person) => ({ unitId, memberId })
const contact = (changes: object = {}) => ({
  ...keyOf(leader),
  branchId: world.west.id,
  from: '2026-05-01',
  basis: '县委办公室通知',
  ...changes,
})
const all = { year, onlyLacking: false, text: '', page: 1, size: 50 }

/** Held at the western branch and closed: with the leader as guest, or as who gives the lesson. */
async function heldInWest(facts: Parameters<typeof planned>[2], isGuest: boolean) {
  const key = await planned(west, world.west.id, facts)
  if (isGuest) await addGuest(west, { ...key, memberId: leader.actor.personId })
  await close(west, await finished(west, key))
  return key
}

test('[S1-41] a leading cadre looks after a branch, is told, and what they do and teach there is counted from its records', async () => {
  const { pointId } = await assign(world.organizer, contact())
  const inbox = await listInbox(leader, { page: 1, size: 20, onlyUnread: false })
  expect(inbox.rows[0]).toMatchObject({ title: '由您联系西支部' })

  const visited = await heldInWest({ title: '6月主题党日' }, true)
  const times = { startsAt: '2026-06-01T06:00:00.000Z', endsAt: '2026-06-01T07:30:00.000Z' }
  const lesson = {
    kind: 'lecture',
    lecturerId: leader.actor.personId,
    lecturerName: '方知远',
  } as const
  const taught = await heldInWest({ ...lesson, ...times, title: '联系点党课' }, false)

  const organizationId = world.county.id
  const { rows, due } = await listLeaders(world.organizer, { organizationId, ...all })
  expect(due).toEqual({ visits: 2, lessons: 1 })
  expect(rows).toMatchObject([
    { name: '方知远', points: 1, visits: 2, lessons: 1, ownLessons: 0, lacks: ['没有学习计划'] },
  ])
  const shown = await showLeader(world.organizer, { ...keyOf(leader), year })
  expect(
    shown.points[0]?.there.map(({ activityId, isLecturer }) => [activityId, isLecturer]),
  ).toEqual([
    [taught.activityId, true],
    [visited.activityId, false],
  ])
  const branch = await showOfBranch(west, { organizationId: world.west.id, year })
  expect(branch.rows).toMatchObject([{ name: '方知远', visits: 2, lessons: 1, from: '2026-05-01' }])

  const { unitId } = leader.actor
  await end(world.organizer, { unitId, pointId, reason: '分工调整' })
  expect((await showLeader(world.organizer, { ...keyOf(leader), year })).points).toEqual([])
  await expectRefusal(
    end(world.organizer, { unitId, pointId, reason: '再来一次' }),
    'leaders.pointUnknown',
  )
})

test('[S1-41] a lesson in the own branch counts as that; what was before the contact began does not count there', async () => {
  await assign(world.organizer, contact({ from: '2026-06-02' }))
  await heldInWest({ title: '6月主题党日' }, true)
  const own = {
    kind: 'lecture',
    lecturerId: leader.actor.personId,
    lecturerName: '方知远',
  } as const
  const earlier = { startsAt: '2026-06-01T06:00:00.000Z', endsAt: '2026-06-01T07:30:00.000Z' }
  const key = await planned(world.secretary, world.east.id, { ...own, ...earlier })
  await close(world.secretary, await finished(world.secretary, key))
  const { rows } = await listLeaders(world.organizer, { organizationId: world.county.id, ...all })
  expect(rows).toMatchObject([{ visits: 0, lessons: 0, ownLessons: 1 }])
})

test('only a leader, only another branch, only within reach, and only once', async () => {
  const { organizer, member, east, county } = world
  await expectRefusal(assign(organizer, contact(keyOf(member))), 'leaders.unknown')
  await expectRefusal(assign(organizer, contact({ branchId: east.id })), 'leaders.ownBranch')
  await expectRefusal(assign(organizer, contact({ branchId: county.id })), 'leaders.branchOnly')
  await expectRefusal(assign(organizer, contact({ from: '2020-01-01' })), 'leaders.fromFar')
  const town = await plantOrganization(db, county, '镇党委', { kind: 'committee' })
  const clerk = await plantCaller(db, town, { office: 'clerk' })
  await expectRefusal(assign(clerk, contact()), 'organizations.unknown')
  await expectRefusal(showLeader(clerk, { ...keyOf(leader), year }), 'leaders.unknown')
  await expectRefusal(assign(world.secretary, contact()), 'reach.none')
  await expectRefusal(showLeader(world.secretary, { ...keyOf(leader), year }), 'reach.none')
  await expectRefusal(
    showOfBranch(world.secretary, { organizationId: world.west.id, year }),
    'organizations.unknown',
  )
  await assign(organizer, contact())
  await expectRefusal(assign(organizer, contact()), 'leaders.already')
})

const item = {
  itemId: newId(),
  title: '研读全会文件',
  way: 'self',
  minutes: 120,
  dueOn: '2026-06-30',
} as const
const plan = { year, version: 0, goal: '带着问题学', items: [item], submit: true }
const study = {
  year,
  itemId: item.itemId,
  on: '2026-05-20',
  way: 'self',
  title: '第一章',
  minutes: 90,
  note: '结合分管工作，先补产业政策这一课。',
} as const

test('[S3-05] a leading cadre writes a study plan, records each study against it, and the department sees how far it is', async () => {
  const { version } = await savePlan(leader, plan)
  await expectRefusal(savePlan(leader, plan), 'input.stale')
  const once = { ...study, studyId: newId() }
  await record(leader, once)
  await record(leader, once)
  const mine = await showMine(leader, {})
  expect(mine.sheet?.plan).toMatchObject({
    state: 'submitted',
    items: [{ doneMinutes: 90, times: 1, isDone: false }],
  })
  await record(leader, { ...study, studyId: newId(), minutes: 40, title: '第二章' })
  await record(leader, { ...study, studyId: newId(), itemId: null, title: '计划外自学' })

  const shown = await showLeader(world.organizer, { ...keyOf(leader), year })
  expect(shown.plan.items).toMatchObject([{ doneMinutes: 130, isDone: true, isOverdue: false }])
  expect(shown.studies.map(({ title }) => title).toSorted()).toEqual([
    '第一章',
    '第二章',
    '计划外自学',
  ])
  const { rows, withoutPlan } = await listLeaders(world.organizer, {
    organizationId: world.county.id,
    ...all,
  })
  expect(withoutPlan).toBe(0)
  expect(rows).toMatchObject([
    { planState: 'submitted', items: 1, itemsDone: 1, studyMinutes: 220, lacks: ['没有联系支部'] },
  ])

  const next = { ...plan, year: 2027, items: [] }
  await expectRefusal(savePlan(leader, next), 'leaders.empty')
  await expectRefusal(
    savePlan(leader, { ...plan, version, items: [], submit: false }),
    'leaders.itemStudied',
  )
  const more = { ...item, itemId: newId(), title: '调研', dueOn: '2027-01-05' }
  await expectRefusal(
    savePlan(leader, { ...plan, version, items: [item, more] }),
    'leaders.itemYear',
  )
  const kept = await savePlan(leader, {
    ...plan,
    version,
    items: [item, { ...more, dueOn: '2026-12-05' }],
    submit: false,
  })
  expect(kept.version).toBe(2)
  expect((await showMine(leader, {})).sheet?.plan.state).toBe('submitted')
})

test('who is no leading cadre has no plan, and nobody studies ahead of time', async () => {
  expect(await showMine(world.member, {})).toEqual({ isLeader: false, sheet: null })
  await expectRefusal(savePlan(world.member, plan), 'leaders.notYou')
  await expectRefusal(record(world.member, { ...study, studyId: newId() }), 'leaders.notYou')
  const fresh = () => ({ ...study, studyId: newId(), itemId: null })
  await expectRefusal(record(leader, { ...fresh(), on: '2026-06-02' }), 'leaders.ahead')
  await expectRefusal(record(leader, { ...fresh(), on: '2025-12-31' }), 'leaders.otherYear')
  await expectRefusal(record(leader, { ...study, studyId: newId() }), 'leaders.itemUnknown')
})

test('what a leader lacks is said from autumn on, and an item is overdue the day after', () => {
  const standing = {
    points: 1,
    visits: 1,
    lessons: 0,
    planState: 'submitted',
    overdue: 1,
    isLate: false,
  } as const
  const due = { visits: 2, lessons: 1 }
  expect(lacksOf(standing, due)).toEqual(['1 项学习逾期'])
  expect(lacksOf({ ...standing, isLate: true, overdue: 0 }, due)).toEqual([
    '到联系支部 1/2 次',
    '在联系支部讲课 0/1 次',
  ])
  expect(stateOf(item, [], '2026-06-30').isOverdue).toBe(false)
  expect(stateOf(item, [], '2026-07-01').isOverdue).toBe(true)
  expect(
    stateOf({ ...item, minutes: null }, [{ itemId: item.itemId, minutes: 10 }], '2026-07-01')
      .isDone,
  ).toBe(true)
  expect(noon.getUTCFullYear()).toBe(year)
})
