import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantActivity, plantCaller, plantMember } from '../../testing/world.ts'
import type { Organization, World } from '../../testing/world.ts'
import { activities, listedMembers } from '../activities/table.ts'
import { assign } from '../lectures/acts/assign.ts'
import { posts } from '../members/table.ts'
import { ruleValues } from '../rules/table.ts'
import { push } from '../topics/acts/push.ts'
import { accept } from './acts/accept.ts'
import { propose } from './views/propose.ts'

let world: World
let officers: string[]
beforeEach(async () => {
  world = await plant(db)
  officers = []
  for (const post of ['secretary', 'organizationOfficer', 'publicityOfficer'] as const)
    officers.push(await seat(world.east, post))
})

async function seat(
  { id: organizationId, unitId }: Organization,
  post: 'secretary' | 'organizationOfficer' | 'publicityOfficer',
) {
  const memberId = await plantMember(db, world.east, { name: `委员${post}` })
  await db
    .insert(posts)
    .values({ unitId, organizationId, memberId, post, from: '2024-01-01', byId: memberId })
  return memberId
}

const third = { from: '2026-07', until: '2026-09', moved: [], leftOut: [] }
const dayOf = ({ startsAt }: { startsAt: string }) => startsAt.slice(0, 10)
const plannedIn = (organizationId: string) =>
  db.$count(
    activities,
    and(eq(activities.organizationId, organizationId), isNull(activities.cancelledAt)),
  )

function topic(changes: object = {}) {
  const words = {
    title: '学习全会精神',
    body: '',
    links: [],
    fileIds: [],
    audience: [],
    minutes: 30,
  }
  const { id: organizationId } = world.county
  return { topicId: newId(), organizationId, dueOn: '2026-08-31', hold: null, ...words, ...changes }
}

/** A fixed date by rule, two things to study, a turn to speak, and a class that one of the members attends. */
async function plantThird() {
  const { east } = world
  await db.insert(ruleValues).values({
    key: 'meeting.themeday.day',
    organizationId: world.county.id,
    value: 25,
    clause: '县委通知',
    from: '2026-01-01',
    byId: newId(),
    at: noon,
  })
  await push(
    world.organizer,
    topic({ title: '七一学习', dueOn: '2026-07-31', hold: { on: '2026-07-01', kind: 'themeDay' } }),
  )
  await push(world.organizer, topic())
  const [, , lecturerId = ''] = officers
  await assign(world.secretary, { organizationId: east.id, month: '2026-08', memberId: lecturerId })
  const lesson = await plantActivity(db, world.west, {
    kind: 'classSession',
    title: '青年党员培训班',
    startsAt: new Date('2026-08-25T00:30:00Z'),
    endsAt: new Date('2026-08-25T03:00:00Z'),
  })
  const { personId: memberId, unitId: memberUnitId } = world.member.actor
  await db.insert(listedMembers).values({ ...lesson, memberUnitId, memberId })
}

test('[S0-29] [S3-17] a quarter is laid out on lawful days, with what was said from above on its day', async () => {
  await plantThird()
  const { east } = world
  const asked = { organizationId: east.id, ...third }
  const shown = await propose(world.secretary, asked)
  const days = (kind: string) => shown.rows.filter((row) => row.kind === kind).map(dayOf)
  // Said from above; fixed by rule; the 25th of September is a holiday.
  expect(days('themeDay')).toEqual(['2026-07-01', '2026-08-25', '2026-09-24'])
  expect(shown.rows.filter(({ kind }) => kind === 'themeDay')).toMatchObject([
    { topics: expect.arrayContaining(['七一学习']), why: ['县委统一安排在这天'] },
    {
      why: ['固定党日每月25日', '8月25日本支部党员同时在“青年党员培训班”'],
      startsAt: '2026-08-25T06:30:00.000Z',
    },
    { why: ['固定党日每月25日', '9月25日是中秋节放假'] },
  ])
  expect(shown.rows.flatMap(({ topics }) => topics).toSorted()).toEqual([
    '七一学习',
    '学习全会精神',
  ])
  expect(days('committeeMeeting')).toHaveLength(3)
  const lecture = shown.rows.find(({ kind }) => kind === 'lecture')
  expect(lecture).toMatchObject({ lecturerName: '委员publicityOfficer', label: '三季度' })
  expect(lecture && dayOf(lecture).slice(0, 7)).toBe('2026-08')
  const members = days('memberMeeting')[0] ?? ''
  const committee = days('committeeMeeting').find((day) => day.startsWith(members.slice(0, 7)))
  expect(committee && committee < members).toBe(true)
  expect(shown).toMatchObject({ isBranch: true, arranged: 0, later: 1, provisionalYears: [] })
  expect(shown.rows.every(({ clash, warnings }) => clash === '' && warnings.length === 0)).toBe(
    true,
  )
})

test('[S0-29] each line can be moved, and all of them are planned by one press or none', async () => {
  await plantThird()
  const { east } = world
  const asked = { organizationId: east.id, ...third }
  const shown = await propose(world.secretary, asked)
  const lines = shown.rows.map(({ key, startsAt, place }) => {
    const [on = '', at = ''] = new Date(Date.parse(startsAt) + 8 * 3_600_000)
      .toISOString()
      .split('T')
    return { key, activityId: newId(), on, at: at.slice(0, 5), place }
  })
  const [first, second, ...rest] = lines
  if (!first || !second) throw new Error('nothing was proposed')
  const twice = [first, { ...second, on: first.on, at: first.at }, ...rest]
  await expectRefusal(accept(world.secretary, { ...asked, lines: twice }), 'schedules.clash')
  expect(await plannedIn(east.id)).toBe(0)

  const later = [{ ...first, on: '2026-07-02', at: '15:00', place: '村文化广场' }, second, ...rest]
  expect(await accept(world.secretary, { ...asked, lines: later })).toEqual({
    planned: lines.length,
  })
  expect(await accept(world.secretary, { ...asked, lines: later })).toEqual({
    planned: lines.length,
  })
  expect(await plannedIn(east.id)).toBe(lines.length)
  const kept = await db.select().from(activities).where(eq(activities.id, first.activityId))
  expect(kept).toMatchObject([
    { place: '村文化广场', startsAt: new Date('2026-07-02T07:00:00Z'), month: '2026-07' },
  ])
  const after = await propose(world.secretary, asked)
  expect(after).toMatchObject({ rows: [], arranged: lines.length })
  const anew = lines.map((line) => ({ ...line, activityId: newId() }))
  await expectRefusal(accept(world.secretary, { ...asked, lines: anew }), 'schedules.gone')
})

test('a committee lays out its branches so that one hall and one speaker are never in two places', async () => {
  const hall = {
    place: '镇礼堂',
    startsAt: new Date('2026-06-12T01:00:00Z'),
    endsAt: new Date('2026-06-12T03:00:00Z'),
  }
  await plantActivity(db, world.east, hall)
  await plantActivity(db, world.west, hall)
  const asked = { organizationId: world.county.id, ...third, until: '2026-07' }
  const { rows, branches, later, isBranch } = await propose(world.organizer, asked)
  expect({ branches, isBranch, later }).toEqual({ branches: 2, isBranch: false, later: 6 })
  const days = rows.filter(({ kind }) => kind === 'themeDay')
  expect(days.map(({ startsAt }) => startsAt).toSorted()).toEqual([
    '2026-07-10T01:00:00.000Z',
    '2026-07-10T06:30:00.000Z',
  ])
  expect(days.flatMap(({ why }) => why)).toContain('7月10日场地同时用于“7月主题党日”')

  const [one, other] = days
  if (!one || !other) throw new Error('nothing was proposed')
  const leftOut = rows
    .filter(({ key }) => key !== one.key && key !== other.key)
    .map(({ key }) => key)
  const moved = [{ key: other.key, on: '2026-07-31', at: '19:00', place: '晒谷场' }]
  const anew = await propose(world.organizer, { ...asked, moved, leftOut })
  expect(anew.rows.map(({ place, isMoved }) => [place, isMoved])).toEqual([
    ['镇礼堂', false],
    ['晒谷场', true],
  ])
})

test('a neighbour cannot lay out another branch, and nobody a month that is over', async () => {
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const asked = { organizationId: world.east.id, ...third }
  await expectRefusal(propose(neighbour, asked), 'organizations.unknown')
  const line = { key: 'x', activityId: newId(), on: '2026-07-01', at: '09:00', place: '' }
  await expectRefusal(accept(neighbour, { ...asked, lines: [line] }), 'organizations.unknown')
  await expectRefusal(accept(world.secretary, { ...asked, lines: [line] }), 'schedules.gone')
  await expectRefusal(propose(world.secretary, { ...asked, from: '2026-05' }), 'schedules.span')
  await expectRefusal(propose(world.secretary, { ...asked, until: '2027-08' }), 'schedules.span')
  const next = await propose(world.secretary, { ...asked, from: '2027-01', until: '2027-01' })
  expect(next.provisionalYears).toEqual([2027])
  expect(next.rows[0]?.warnings).toEqual(['2027年放假安排还没有公布，暂定'])
})
