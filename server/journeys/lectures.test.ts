import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { close } from '../modules/activities/acts/close.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { draftPlan } from '../modules/activities/views/draft.ts'
import { assign, fill } from '../modules/lectures/acts/assign.ts'
import { listAttended, listLeaders } from '../modules/lectures/views/leaders.ts'
import { listLectures, tallyLectures } from '../modules/lectures/views/lectures.ts'
import { showRota } from '../modules/lectures/views/rota.ts'
import { posts } from '../modules/members/table.ts'
import { tag } from '../modules/members/acts/tag.ts'
import { showRows, showValues } from '../modules/metrics/views.ts'
import { listInbox } from '../modules/notices/views/inbox.ts'
import { board } from '../modules/requirements/views/board.ts'
import { ruleValues } from '../modules/rules/table.ts'
import { db } from '../testing/database.ts'
import { expectRefusal } from '../testing/expect.ts'
import { closing, finished, planned } from '../testing/theme-day.ts'
import { noon, plant, plantCaller, plantMember, plantOrganization } from '../testing/world.ts'
import type { Organization, Person, World } from '../testing/world.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const year = 2026
type Facts = Parameters<typeof planned>[2]

/** A lecture held and closed, given by whomever. */
async function lecture(facts: Facts, by: Person = world.secretary, at = world.east) {
  const startsAt = '2026-06-01T08:00:00.000Z'
  const times = { startsAt, endsAt: '2026-06-01T09:30:00.000Z' }
  const key = await planned(by, at.id, { kind: 'lecture', ...times, ...facts })
  await close(by, await finished(by, key))
  return key
}

async function seat(person: Person, organization: Organization, post: 'secretary' | 'officer') {
  const memberId = person.actor.personId
  const { unitId, id: organizationId } = organization
  await db
    .insert(posts)
    .values({ unitId, organizationId, memberId, post, from: '2024-01-01', byId: memberId })
}

describe('the rota of a branch', () => {
  test('takes turns fairly, tells whose it is, and a lecture is planned with whoever has the month [S3-20]', async () => {
    const others = []
    for (const name of ['何青川', '宋远航', '唐若水'])
      others.push(await plantMember(db, world.east, { name }))
    await plantMember(db, world.east, { name: '预备员', stage: 'probationary' })
    const [first = ''] = others
    await lecture({ lecturerId: first, lecturerName: '何青川' })

    const organizationId = world.east.id
    const before = await showRota(world.secretary, { organizationId, year })
    expect(before.candidates).toHaveLength(5)
    expect(before.candidates.at(-1)).toMatchObject({
      name: '何青川',
      given: 1,
      lastOn: '2026-06-01',
    })
    const [next] = before.candidates
    const asked = { organizationId, kind: 'lecture' as const, groupId: null, month: '2026-09' }
    const open = await draftPlan(world.secretary, asked)
    expect(open.lecturer).toMatchObject({ memberId: next?.memberId, isTurn: false })

    expect(await fill(world.secretary, { organizationId, year })).toEqual({ months: 3 })
    const { months } = await showRota(world.secretary, { organizationId, year })
    const turns = months.flatMap(({ month, turn }) => (turn ? [{ month, ...turn }] : []))
    expect(turns.map(({ month }) => month)).toEqual(['2026-06', '2026-09', '2026-12'])
    expect(new Set(turns.map(({ memberId }) => memberId)).size).toBe(3)
    expect(turns.map(({ memberId }) => memberId)).not.toContain(first)
    await expectRefusal(fill(world.secretary, { organizationId, year }), 'lectures.full')

    const { memberId = '' } = world.member.actor
    await assign(world.secretary, { organizationId, month: '2026-09', memberId })
    const inbox = await listInbox(world.member, { page: 1, size: 20, onlyUnread: false })
    expect(inbox.rows.map(({ title }) => title)).toContain('9月轮到您讲党课')
    const { plan, lecturer } = await draftPlan(world.secretary, asked)
    expect(lecturer?.isTurn).toBe(true)
    expect(plan).toMatchObject({ lecturerId: memberId, speaker: 'frontline' })
  })

  test('has no turns in the past, none for others, and none outside a branch', async () => {
    const { memberId = '' } = world.member.actor
    const turn = { organizationId: world.east.id, month: '2026-09', memberId }
    await expectRefusal(
      assign(world.secretary, { ...turn, month: '2026-05' }),
      'lectures.monthPast',
    )
    const stranger = await plantMember(db, world.west)
    const foreign = assign(world.secretary, { ...turn, memberId: stranger })
    await expectRefusal(foreign, 'lectures.notMember')
    const county = { ...turn, organizationId: world.county.id }
    await expectRefusal(assign(world.organizer, county), 'lectures.branchOnly')
    const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
    await expectRefusal(assign(neighbour, turn), 'organizations.unknown')
    await assign(world.secretary, turn)
    await assign(world.secretary, { ...turn, memberId: null })
    const { months } = await showRota(world.secretary, { organizationId: world.east.id, year })
    expect(months.every((one) => one.turn === null)).toBe(true)
  })
})

test('lectures are counted by type and by speaker, and each number opens to its lectures [S3-26] [S3-27]', async () => {
  const west = await plantCaller(db, world.west, { office: 'secretary' })
  await lecture({ speaker: 'secretary', lectureType: 'lesson', title: '书记讲党课' })
  const earlier = { startsAt: '2026-06-01T06:00:00.000Z', endsAt: '2026-06-01T07:30:00.000Z' }
  const told = { speaker: 'model', lectureType: 'history' } as const
  await lecture({ ...told, ...earlier, title: '老支前模范讲党史' })
  await lecture(
    { speaker: 'frontline', lectureType: 'lesson', title: '驻村干部讲' },
    west,
    world.west,
  )
  await planned(world.secretary, world.east.id, { kind: 'lecture', lectureType: 'history' })

  const organizationId = world.county.id
  const tally = await tallyLectures(world.organizer, { organizationId, year })
  expect(tally.total).toBe(3)
  const cell = (lectureType: string, speaker: string) =>
    tally.rows.find((row) => row.lectureType === lectureType && row.speaker === speaker)?.times
  expect([
    cell('lesson', 'secretary'),
    cell('history', 'model'),
    cell('lesson', 'frontline'),
  ]).toEqual([1, 1, 1])
  const history = await listLectures(world.organizer, {
    organizationId,
    year,
    lectureType: 'history',
    page: 1,
    size: 20,
  })
  expect(history.rows).toMatchObject([{ title: '老支前模范讲党史', speaker: 'model' }])

  const span = { organizationId, from: '2026-01-01', to: '2026-12-31' }
  const metrics = ['lectures.type.lesson', 'lectures.type.history', 'lectures.by.model']
  const { rows } = await showValues(world.organizer, { ...span, metrics })
  expect(rows.map(({ value }) => value)).toEqual([2, 1, 1])
  const page = { search: '', page: 1, size: 20 }
  const behind = await showRows(world.organizer, { ...span, ...page, metric: 'lectures.by.model' })
  expect(behind.rows[0]?.cells).toEqual(expect.arrayContaining(['先模人物', '党史宣讲', '东支部']))
})

function owed(requirement: 'secretaryLessons' | 'leaderLessons') {
  const all = { sort: 'gap' as const, page: 1, size: 100 }
  return { organizationId: world.county.id, requirement, year, ...all }
}

describe('lessons that are owed', () => {
  test('a secretary owes X lessons a year, and each one given counts towards them [S1-40] [S2-13]', async () => {
    await seat(world.secretary, world.east, 'secretary')
    const none = await board(world.organizer, owed('secretaryLessons'))
    expect(none.rows).toMatchObject([{ times: { done: 0, due: 1 }, standing: 'onCourse' }])
    await lecture({ lecturerId: world.secretary.actor.personId, speaker: 'secretary' })
    const one = await board(world.organizer, owed('secretaryLessons'))
    expect(one.rows).toMatchObject([{ times: { done: 1, due: 1 }, standing: 'met' }])
  })

  test('a leading cadre owes them too, as many as the county sets, wherever they speak [S1-40]', async () => {
    const committee = await plantOrganization(db, world.county, '镇党委', { kind: 'committee' })
    const leader = await plantCaller(db, world.west, { name: '段领导' })
    await seat(leader, committee, 'officer')
    // A year is judged by what its first day asked.
    await db.insert(ruleValues).values({
      organizationId: world.county.id,
      key: 'meeting.leader_lesson.year',
      value: 2,
      from: '2026-01-01',
      clause: '县委组织部通知',
      byId: newId(),
      at: noon,
    })
    await lecture({ lecturerId: leader.actor.personId, lecturerName: '段领导', speaker: 'leader' })
    const { rows } = await board(world.organizer, owed('leaderLessons'))
    expect(rows).toMatchObject([{ name: '段领导', times: { done: 1, due: 2 } }])
    const leaders = await listLeaders(world.organizer, {
      organizationId: world.county.id,
      year,
      onlyGap: false,
      page: 1,
      size: 20,
    })
    expect(leaders).toMatchObject({ total: 1, lessonsLacking: 1 })
  })
})

test('leading cadres are seen as ordinary members of their branch: how often they came, and what is lacking [S3-16]', async () => {
  const committee = await plantOrganization(db, world.county, '镇党委', { kind: 'committee' })
  const leader = await plantCaller(db, world.east, { name: '段领导' })
  await seat(leader, committee, 'officer')
  const { memberId = '' } = world.member.actor
  await tag(world.secretary, {
    unitId: world.county.id,
    memberIds: [memberId],
    tag: '党员领导干部',
  })

  const startsAt = '2026-06-01T08:00:00.000Z'
  const times = { startsAt, endsAt: '2026-06-01T10:00:00.000Z' }
  await close(
    world.secretary,
    await finished(world.secretary, await planned(world.secretary, world.east.id, times)),
  )
  const after = { startsAt: times.endsAt, endsAt: '2026-06-01T12:00:00.000Z' }
  const second = await planned(world.secretary, world.east.id, { ...after, kind: 'memberMeeting' })
  const who = leader.actor.personId
  const absent = { mark: 'absent', isRemote: false, note: '' } as const
  await mark(world.secretary, { ...second, memberId: who, ...absent })
  await markRest(world.secretary, { ...second, mark: 'present' })
  await finished(world.secretary, second)
  await close(world.secretary, await closing(world.secretary, second))

  const organizationId = world.county.id
  const asked = { organizationId, year, onlyGap: false, page: 1, size: 20 }
  const { rows, withGap } = await listLeaders(world.organizer, asked)
  expect(withGap).toBe(1)
  expect(rows).toMatchObject([
    { name: '段领导', posts: '镇党委委员', due: 2, present: 1, absent: 1, lastOn: '2026-06-01' },
    { posts: '党员领导干部', due: 2, present: 2, absent: 0 },
  ])
  const attended = await listAttended(world.organizer, {
    unitId: world.county.id,
    memberId: who,
    year,
  })
  expect(attended.rows.map((row) => row.mark).toSorted()).toEqual(['absent', 'present'])
  const gap = await listLeaders(world.organizer, { ...asked, onlyGap: true })
  expect(gap.rows.map(({ name }) => name)).toEqual(['段领导'])

  const span = { organizationId, from: '2026-01-01', to: '2026-12-31' }
  const { rows: values } = await showValues(world.organizer, {
    ...span,
    metrics: ['leaders.dualLife'],
  })
  expect(values).toMatchObject([{ value: 3 / 4 }])
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const foreign = listAttended(neighbour, { unitId: world.county.id, memberId: who, year })
  await expectRefusal(foreign, 'lectures.leaderUnknown')
})
