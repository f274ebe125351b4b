import { beforeEach, describe, expect, test } from 'vitest'
import { at, lessonOf, plantClass } from '../../testing/classes.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { lecturerDraft, plantResource, roomDraft } from '../../testing/resources.ts'
import { plant } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { showActivity } from '../activities/views/show.ts'
import { signUp, step } from './acts/sign-up.ts'
import { remove } from './acts/remove.ts'
import { keepSession } from './acts/keep-session.ts'
import { conclude, removeSession } from './acts/sessions.ts'
import { choices, showTimetable } from './views/timetable.ts'

let world: World
let key: { unitId: string; classId: string }
const share = { category: 'discipline' as const, percent: 50 }
const goals = [{ goal: '学懂党章党规', ...share, measure: '', planGoalId: null }]
beforeEach(async () => {
  world = await plant(db)
  key = await plantClass(db, world.county, {
    application: { goals, compulsory: ['廉政警示教育'] },
    quotas: [[world.east, 5]],
  })
})

const lesson = (changes = {}) => lessonOf(key, changes)
const plan = async (changes = {}) => keepSession(world.organizer, lesson(changes))
const afternoon = { startsAt: '2026-06-10T06:00:00.000Z', endsAt: '2026-06-10T09:00:00.000Z' }
const nextDay = { startsAt: '2026-06-11T01:00:00.000Z', endsAt: '2026-06-11T04:00:00.000Z' }
const unmet = async () => {
  const { checks } = await showTimetable(world.organizer, key)
  return checks.filter(({ isMet }) => !isMet).map(({ key: name }) => name)
}

describe('[S0-49] the timetable', () => {
  test('is checked against the goals, the mix of content and what may not be missing', async () => {
    await plan()
    expect(await unmet()).toEqual(['compulsory:廉政警示教育', 'goal:学懂党章党规'])
    const { checks } = await showTimetable(world.organizer, key)
    expect(checks.map(({ sentence }) => sentence)).toContain('党章党规党纪占 0%，目标不少于 50%')
    const warning = { title: '廉政警示教育', role: 'compulsory', category: 'discipline' }
    await plan({ ...afternoon, ...warning })
    expect(await unmet()).toEqual([])
  })

  test('lets no lecturer and no room be had twice, whichever class asks', async () => {
    const hall = await plantResource(world.organizer, world.county.id, roomDraft)
    const lecturer = await plantResource(world.organizer, world.county.id, lecturerDraft)
    const wanted = { roomId: hall.resourceId, lecturerId: lecturer.resourceId }
    const first = lesson(wanted)
    await keepSession(world.organizer, first)
    const other = await plantClass(db, world.county)
    const clash = { ...lessonOf(other), ...wanted, startsAt: '2026-06-10T03:00:00.000Z' }
    await expectRefusal(keepSession(world.organizer, clash), 'resources.taken')
    expect((await showTimetable(world.organizer, other)).sessions).toEqual([])
    const { startsAt, endsAt } = clash
    const asked = { ...other, startsAt, endsAt }
    const { lecturers, rooms } = await choices(world.organizer, asked)
    const taken = [
      lecturers.find(({ id }) => id === wanted.lecturerId),
      rooms.find(({ id }) => id === wanted.roomId),
    ]
    expect(taken).toMatchObject([
      { name: '林老师', rank: 'senior', isFree: false },
      { name: '党员活动室', isFree: false },
    ])
    const moved = { ...first, ...afternoon, version: 0 }
    await keepSession(world.organizer, moved)
    await keepSession(world.organizer, clash)
    await expectRefusal(keepSession(world.organizer, moved), 'input.stale')
    await removeSession(world.organizer, { ...key, sessionId: first.sessionId })
    await keepSession(world.organizer, { ...clash, ...afternoon, version: 0 })
  })

  test('of a class that is removed gives back its lecturer, its room and its records', async () => {
    const hall = await plantResource(world.organizer, world.county.id, roomDraft)
    const draft = await plantClass(db, world.county, { state: 'approved', announcedAt: null })
    const planned = lessonOf(draft, { roomId: hall.resourceId })
    await keepSession(world.organizer, planned)
    await remove(world.organizer, { ...draft, reason: '不办了' })
    const record = { unitId: key.unitId, activityId: planned.sessionId }
    expect(await showActivity(world.organizer, record)).toMatchObject({ cancelReason: '不办了' })
    await plan({ roomId: hall.resourceId })
  })

  test('keeps one lesson after the other, inside the class, on its routes and tracks', async () => {
    await plan()
    await expectRefusal(plan({ title: '另一节' }), 'timetables.overlap')
    await expectRefusal(plan({ startsAt: '2026-06-13T01:00:00.000Z' }), 'timetables.span')
    await expectRefusal(plan({ ...afternoon, route: 'tour' }), 'timetables.route')
    await expectRefusal(plan({ ...afternoon, track: 'skill' }), 'timetables.track')
  })
})

test('[S4-18] the first item has to be the first lesson, and core lessons have their share', async () => {
  expect(await unmet()).toContain('first')
  await plan({ role: 'elective' })
  expect(await unmet()).toEqual(expect.arrayContaining(['first', 'core']))
  const { checks } = await showTimetable(world.organizer, key)
  expect(checks.find(({ key: name }) => name === 'first')?.sentence).toBe(
    '第一节课“党章导读”不是首课',
  )
  const early = { startsAt: '2026-06-10T00:00:00.000Z', endsAt: '2026-06-10T01:00:00.000Z' }
  await plan({ ...early, title: '开班第一课', role: 'first' })
  expect(await unmet()).toContain('core')
  await plan({ ...afternoon, title: '支部工作条例', role: 'core' })
  expect(await unmet()).not.toContain('core')
  expect(await unmet()).not.toContain('first')
})

test('[S1-63] a discussion has a topic and groups, and its summary is written once it has begun', async () => {
  const talk = { kind: 'discussion', title: '分组讨论', ...nextDay }
  await expectRefusal(plan(talk), 'timetables.discussion')
  const asked = lesson({ ...talk, topic: '怎样开好主题党日', groups: '一组：东支部；二组：西支部' })
  await keepSession(world.organizer, asked)
  const said = { ...key, sessionId: asked.sessionId, version: 0, summary: '都赞成开在田头。' }
  await expectRefusal(conclude(world.organizer, said), 'timetables.early')
  await conclude(at(world.organizer, nextDay.endsAt), said)
  expect((await showTimetable(world.organizer, key)).sessions).toMatchObject([
    {
      topic: '怎样开好主题党日',
      groups: '一组：东支部；二组：西支部',
      summary: '都赞成开在田头。',
    },
  ])
})

test('[S1-65][S4-23] a field session names its site, the way and who answers for safety; its roll is of its own', async () => {
  const base = await plantResource(world.organizer, world.county.id, {
    ...roomDraft,
    name: '高标准农田教学点',
  })
  const field = { kind: 'field', title: '田间课堂', ...nextDay, roomId: base.resourceId }
  await expectRefusal(plan(field), 'timetables.field')
  await signUp(world.member, key)
  const asked = lesson({
    ...field,
    place: '高标准农田教学点',
    way: '党校乘车，经红溪大桥',
    safety: '随队医生一名，周安负责',
    lecturerName: '农技专家老周',
  })
  await keepSession(world.organizer, asked)
  const record = await showActivity(world.organizer, {
    unitId: key.unitId,
    activityId: asked.sessionId,
  })
  expect(record).toMatchObject({ place: '高标准农田教学点', lecturerName: '农技专家老周' })
  expect(record.roll).toHaveLength(1)
  await step(world.member, { ...key, reason: '家中有事' })
  const shown = await showActivity(world.organizer, {
    unitId: key.unitId,
    activityId: asked.sessionId,
  })
  expect(shown.roll).toEqual([])
})

test('[S2-51] methods are told apart and add up, for the class and by its length', async () => {
  await plan({ kind: 'guidance' })
  await plan({ ...afternoon, kind: 'seminar', title: '座谈' })
  await plan({ ...nextDay, kind: 'viewing', title: '电视讲座' })
  const { mixes, minutes } = await showTimetable(world.organizer, key)
  expect(minutes).toBe(540)
  expect(mixes.find(({ by }) => by === 'method')?.parts).toEqual([
    { key: 'guidance', name: '专题辅导', minutes: 180, percent: 33 },
    { key: 'seminar', name: '座谈', minutes: 180, percent: 33 },
    { key: 'viewing', name: '电视讲座', minutes: 180, percent: 33 },
  ])
})
