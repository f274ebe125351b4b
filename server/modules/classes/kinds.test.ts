import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { applicationOf, at, lessonOf, plantClass, goalOfClass } from '../../testing/classes.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { add } from './acts/add.ts'
import { apply } from './acts/apply.ts'
import { archive } from './acts/archive.ts'
import { complete } from './acts/complete.ts'
import { enrol } from './acts/enrol.ts'
import { grade } from './acts/grade.ts'
import { keepSession } from './acts/keep-session.ts'
import { signUp } from './acts/sign-up.ts'
import { submit } from './acts/submit.ts'
import { listEnrolments } from './views/enrolments.ts'
import { listClasses } from './views/list.ts'
import { people } from './views/offers.ts'
import { showClass } from './views/show.ts'
import { showTimetable } from './views/timetable.ts'

let world: World
let unitId: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
})

const page = { page: 1, size: 200, text: '' }
const register = async (changes = {}) =>
  listClasses(world.organizer, {
    ...page,
    organizationId: unitId,
    year: 2026,
    isSpecial: false,
    ...changes,
  })
const later = () => at(world.organizer, '2026-06-13T02:00:00Z')
const morning = (day: string) => ({
  startsAt: `2026-06-${day}T01:00:00.000Z`,
  endsAt: `2026-06-${day}T04:00:00.000Z`,
})
const evening = (day: string) => ({
  startsAt: `2026-06-${day}T06:00:00.000Z`,
  endsAt: `2026-06-${day}T09:00:00.000Z`,
})

describe('the register', () => {
  test('[S3-35][S3-67] counts classes and person-times by kind, and lists those on special subjects', async () => {
    const quotas = [[world.east, 9]] as const
    const secretaries = await plantClass(db, world.county, { quotas })
    const petition = await plantClass(db, world.county, {
      quotas,
      application: { kind: 'petition', title: '信访专题班' },
    })
    await plantClass(db, world.county, { application: { kind: 'economy', title: '经济专题班' } })
    await signUp(world.member, secretaries)
    await signUp(world.member, petition)
    await signUp(world.secretary, petition)

    expect(await register()).toMatchObject({ total: 3, personTimes: 3 })
    const special = await register({ isSpecial: true })
    expect(special.rows.map(({ title }) => title).toSorted()).toEqual(['信访专题班', '经济专题班'])
    expect(special).toMatchObject({
      personTimes: 2,
      kinds: [
        { kind: 'economy', classes: 1, personTimes: 0 },
        { kind: 'petition', classes: 1, personTimes: 2 },
      ],
    })
    expect((await register({ kind: 'secretary' })).personTimes).toBe(1)
    expect(await register({ text: '信访' })).toMatchObject({ total: 1 })
  })

  test('[S3-68] a class for the young takes young members only, and offers only them', async () => {
    const key = await plantClass(db, world.county, {
      quotas: [[world.east, 9]],
      application: { kind: 'youth', title: '青年班' },
    })
    const young = await plantMember(db, world.east, { name: '小杨', bornOn: '1999-01-01' })
    const asked = { ...key, organizationId: world.east.id, text: '' }
    const offered = await people(world.secretary, asked)
    expect(offered.rows.map(({ name }) => name)).toEqual(['小杨'])
    await enrol(world.secretary, { ...key, memberUnitId: unitId, memberId: young })
    await expectRefusal(signUp(world.member, key), 'enrolments.cohort')
  })
})

test('a candidates’ class has 24 hours, an exam, and results for people who are no members yet', async () => {
  const said = { kind: 'candidate' as const, title: '发展对象班', people: 10 }
  const classId = newId()
  const bare = { ...applicationOf(said), classId, organizationId: unitId }
  const unmarked = await apply(world.organizer, bare)
  await expectRefusal(submit(world.organizer, { ...unmarked, version: 0 }), 'classes.candidateExam')

  const key = await plantClass(db, world.county, { application: { ...said, hasExam: true } })
  const guest = { ...key, organizationName: '东支部', phone: '', learnerKind: 'candidate' as const }
  for (const name of ['郑合格', '郑缺课', '郑不及格'])
    await add(world.organizer, { ...guest, name })
  const lessons = [morning('10'), evening('10'), morning('11'), evening('11'), morning('12')]
  for (const [index, span] of lessons.entries()) {
    const lesson = lessonOf(key, { ...span, title: `第${index + 1}课` })
    await keepSession(world.organizer, lesson)
  }
  const { checks } = await showTimetable(world.organizer, key)
  expect(checks).toMatchObject([
    { key: 'first', isMet: true },
    { key: 'core', isMet: true },
    { key: `goal:${goalOfClass.goal}`, isMet: true },
    { key: 'hours', isMet: false, sentence: '共 20 学时、3 天，应不少于 24 学时、3 天' },
    { key: 'exam', isMet: false },
  ])
  const graded = async (name: string, facts: object) => {
    const { rows } = await listEnrolments(world.organizer, { ...key, ...page, text: name })
    const [row] = rows
    if (!row) throw new Error('nobody of that name')
    const { enrolmentId, version } = row
    const form = { ...key, enrolmentId, version, score: 80, missedMinutes: 0, outcome: '' }
    await grade(world.organizer, { ...form, ...facts })
  }
  await graded('郑合格', {})
  await graded('郑缺课', { missedMinutes: 400 })
  await expectRefusal(complete(later(), key), 'classes.candidateHours')
  await keepSession(world.organizer, lessonOf(key, { ...evening('12'), title: '第6课' }))
  const hour = { startsAt: '2026-06-12T10:00:00.000Z', endsAt: '2026-06-12T11:00:00.000Z' }
  await keepSession(world.organizer, lessonOf(key, { ...hour, title: '结业考试', kind: 'exam' }))
  await expectRefusal(complete(later(), key), 'classes.scoresMissing')
  await graded('郑不及格', { score: 59 })
  expect((await showTimetable(world.organizer, key)).checks.every(({ isMet }) => isMet)).toBe(true)
  expect(await complete(later(), key)).toEqual({ passed: 1, failed: 2 })
  const { rows } = await listEnrolments(world.organizer, { ...key, ...page })
  const reasons = Object.fromEntries(rows.map(({ name, resultReason }) => [name, resultReason]))
  expect(reasons['郑合格']).toBe('')
  expect(reasons['郑缺课']).toContain('缺课 6.7 小时，超过总课时 19 小时的 1/7')
  expect(reasons['郑不及格']).toContain('考试 59 分，合格分 60 分')
})

describe('routes and tracks', () => {
  test('[S2-01] a class combines routes, with the hours of each', async () => {
    const application = {
      routes: ['school', 'doorstep', 'tour'] as ('school' | 'doorstep' | 'tour')[],
      itinerary: [{ day: '2026-06-12', place: '红旗村', purpose: '看集体经济' }],
    }
    const key = await plantClass(db, world.county, { application })
    await keepSession(world.organizer, lessonOf(key))
    const village = { ...evening('11'), route: 'doorstep' as const, title: '送课到东村' }
    await keepSession(world.organizer, lessonOf(key, village))
    const tour = { ...morning('12'), route: 'tour' as const, kind: 'tour' as const, title: '考察' }
    await keepSession(world.organizer, lessonOf(key, tour))
    const { mixes } = await showTimetable(world.organizer, key)
    expect(mixes.find(({ by }) => by === 'route')?.parts).toMatchObject([
      { name: '党校集中', minutes: 180 },
      { name: '送课下乡', minutes: 180 },
      { name: '外出考察', minutes: 180 },
    ])
  })

  test('[S2-16] both tracks of a dual class have to be taught, and the hours of each are told', async () => {
    const tracks = ['party', 'skill'] as ('party' | 'skill')[]
    const key = await plantClass(db, world.county, { application: { kind: 'dual', tracks } })
    await keepSession(world.organizer, lessonOf(key))
    const missing = async () =>
      (await showTimetable(world.organizer, key)).checks.filter(
        ({ key: name, isMet }) => name.startsWith('track') && !isMet,
      )
    expect(await missing()).toMatchObject([{ sentence: '技能培育还没有排课' }])
    const skill = { ...evening('10'), track: 'skill' as const, title: '果树修剪' }
    await keepSession(world.organizer, lessonOf(key, skill))
    expect(await missing()).toEqual([])
    const { mixes } = await showTimetable(world.organizer, key)
    expect(mixes.find(({ by }) => by === 'track')?.parts).toMatchObject([
      { name: '党性教育', minutes: 180 },
      { name: '技能培育', minutes: 180 },
    ])
  })

  test('[S2-03] a county demonstration class is open to observers, who take no seat', async () => {
    const key = await plantClass(db, world.county, {
      application: { level: 'demonstration', isOpenToObservers: true, people: 1 },
      quotas: [[world.east, 1]],
    })
    await signUp(world.member, key)
    const observer = { ...key, organizationName: '邻县党校', phone: '', name: '许旁听' }
    await add(world.organizer, { ...observer, learnerKind: 'observer' })
    expect(await showClass(world.organizer, key)).toMatchObject({
      level: 'demonstration',
      enrolled: 1,
      observers: 1,
      beneficiaries: 1,
    })
  })
})

test('[S2-02] a study tour is planned day by day, capped by person and day, and archived with its report only', async () => {
  const itinerary = [{ day: '2026-06-11', place: '红旗村', purpose: '看集体经济' }]
  const tour = { routes: ['school', 'tour'] as ('school' | 'tour')[], people: 2 }
  const apply1 = async (changes: object) =>
    apply(world.organizer, {
      ...applicationOf({ ...tour, ...changes }),
      classId: newId(),
      organizationId: unitId,
    })
  await expectRefusal(apply1({}), 'classes.tourPlan')
  const budget = { ...applicationOf().budget, tour: 1000_01 }
  await expect(apply1({ itinerary, budget })).rejects.toMatchObject({
    reason: 'classes.over',
    words: { 项目: '外出考察费', 上限: '1,000' },
  })
  const key = await apply1({ itinerary, budget: { ...budget, tour: 1000_00 } })
  expect(await submit(world.organizer, { ...key, version: 0 })).toEqual({ state: 'submitted' })
  const over = await plantClass(db, world.county, {
    state: 'settled',
    application: { ...tour, itinerary },
  })
  await expect(archive(later(), over)).rejects.toMatchObject({
    reason: 'classes.papersMissing',
    words: { 材料: '总结、考察报告' },
  })
})
