import { and, eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { attendances } from '../modules/activities/table.ts'
import { certificateChecks } from '../modules/certificates/table.ts'
import { classEnrolments } from '../modules/classes/table.ts'
import { hourEntries, hourTotals } from '../modules/ledgers/table.ts'
import { makePlan } from '../testing/approved-plan.ts'
import type { Visitor } from '../testing/browsing.ts'
import { applicationOf, lessonOf } from '../testing/classes.ts'
import { db } from '../testing/database.ts'
import { openPlatform } from '../testing/platform.ts'
import { goal } from '../testing/plans.ts'
import { lecturerDraft, roomDraft } from '../testing/resources.ts'
import { plant, plantCaller } from '../testing/world.ts'
import type { Person, World } from '../testing/world.ts'

type Platform = Awaited<ReturnType<typeof openPlatform>>
type Key = { readonly unitId: string; readonly classId: string }

/** Made from what the plan says, approved, its seats given to the county as a whole, announced. */
async function makeClass(organizer: Visitor, { county }: World, itemId: string): Promise<Key> {
  const { rows } = await organizer.query('plans.options', {
    organizationId: county.id,
    day: '2026-06-10',
  })
  const item = rows.find((one) => one.itemId === itemId)
  if (!item?.goal) throw new Error('the plan does not offer its item')
  const aim = { goal: item.goal.text, category: 'theory' as const, percent: 0 }
  const form = applicationOf({
    title: item.title,
    people: item.persons,
    purpose: item.effect,
    goals: [{ ...aim, measure: item.goal.measure, planGoalId: item.goal.id }],
    planItemId: itemId,
    hasExam: true,
  })
  const key = { unitId: county.unitId, classId: newId() }
  const asked = { ...form, classId: key.classId, organizationId: county.id }
  await organizer.command('classes.apply', asked)
  await organizer.command('classes.submit', { ...key, version: 0 })
  await organizer.command('classes.decide', { ...key, step: 'review', outcome: 'approve' })
  const quotas = [{ organizationId: county.id, seats: 3 }]
  await organizer.command('enrolments.allot', { ...key, quotas })
  await organizer.command('classes.announce', key)
  return key
}

/** Fifty want the last seat in the same instant: one has it, the others stand in line without a gap. */
async function raceForTheLastSeat(platform: Platform, organizer: Visitor, world: World, key: Key) {
  const runners = await Promise.all(
    Array.from({ length: 50 }, async (_, at) =>
      plantCaller(db, at % 2 ? world.east : world.west, { name: `竞${String(at)}` }),
    ),
  )
  const outcomes = await Promise.all(
    runners.map(async (runner) => ({
      runner,
      ...(await platform.comes(runner).command('enrolments.signUp', key)),
    })),
  )
  const won = outcomes.filter(({ state }) => state === 'enrolled')
  expect(won).toHaveLength(1)
  const { rows, counts } = await organizer.query('enrolments.list', { ...key, size: 200 })
  expect(counts).toEqual({ enrolled: 3, waiting: 49, withdrawn: 0 })
  const line = rows.filter(({ state }) => state === 'waiting')
  expect(line.map(({ position }) => position)).toEqual(
    Array.from({ length: 49 }, (_, at) => at + 1),
  )
  const placeOf = new Map(line.map(({ memberId, position }) => [memberId, position]))
  const told = outcomes.filter(({ state }) => state === 'waiting')
  expect(told.map(({ runner }) => placeOf.get(runner.actor.personId))).toEqual(
    told.map(({ position }) => position),
  )
  const seated = and(
    eq(classEnrolments.classId, key.classId),
    eq(classEnrolments.state, 'enrolled'),
  )
  expect(await db.$count(classEnrolments, seated)).toBe(3)
  const [winner] = won
  if (!winner) throw new Error('nobody has the seat')
  return winner.runner
}

/** Six lessons; lecturer and room are booked with them, and nobody gets them twice. */
async function planLessons(organizer: Visitor, { county }: World, key: Key): Promise<string[]> {
  const here = { organizationId: county.id }
  const lecturer = await organizer.command('resources.found', { ...here, resource: lecturerDraft })
  const room = await organizer.command('resources.found', { ...here, resource: roomDraft })
  const booked = { lecturerId: lecturer.resourceId, roomId: room.resourceId }
  const lessons = ['10', '11', '12'].flatMap((day) => [
    {
      ...lessonOf(key),
      startsAt: `2026-06-${day}T01:00:00.000Z`,
      endsAt: `2026-06-${day}T04:00:00.000Z`,
    },
    {
      ...lessonOf(key),
      startsAt: `2026-06-${day}T06:00:00.000Z`,
      endsAt: `2026-06-${day}T09:00:00.000Z`,
    },
  ])
  for (const [at, lesson] of lessons.entries())
    await organizer.command('timetables.keep', {
      ...lesson,
      ...booked,
      title: `第${String(at + 1)}课`,
      role: at === 0 ? 'first' : 'core',
    })
  const [first] = lessons
  const other = { unitId: key.unitId, classId: newId() }
  const twin = applicationOf({ title: '另一个班' })
  await organizer.command('classes.apply', { ...twin, classId: other.classId, ...here })
  await organizer.command('classes.submit', { ...other, version: 0 })
  await organizer.command('classes.decide', { ...other, step: 'review', outcome: 'approve' })
  const clash = {
    ...lessonOf(other),
    ...booked,
    startsAt: first?.startsAt ?? '',
    endsAt: first?.endsAt ?? '',
  }
  const refused = await organizer.attempt('timetables.keep', clash)
  expect([refused.statusCode, refused.json()]).toMatchObject([409, { reason: 'resources.taken' }])
  expect((await organizer.query('timetables.show', other)).sessions).toEqual([])

  const { sessions } = await organizer.query('timetables.show', key)
  expect(sessions.map(({ heading, due }) => [heading, due])).toEqual(
    lessons.map(() => ['theory', 3]),
  )
  return sessions.map(({ sessionId }) => sessionId)
}

/** The roll of every lesson is called and closed; `away` is on leave for two of them, over a seventh. */
async function hold(organizer: Visitor, lessons: readonly string[], { away, unitId }: Away) {
  for (const [at, activityId] of lessons.entries()) {
    const key = { unitId, activityId }
    const leave = { ...key, memberId: away, mark: 'excused', note: '家中有事' } as const
    if (at < 2) await organizer.command('activities.mark', leave)
    await organizer.command('activities.markRest', { ...key, mark: 'present' })
    const { version } = await organizer.query('activities.show', key)
    await organizer.command('activities.close', { ...key, version })
  }
}
type Away = { readonly away: string; readonly unitId: string }

/** Graded, completed and certified: whoever missed too much has none, and is told why. */
async function graduate(organizer: Visitor, key: Key, away: Person) {
  const unmarked = await organizer.attempt('classes.complete', key)
  expect(unmarked.json()).toMatchObject({ reason: 'classes.scoresMissing' })
  const { rows } = await organizer.query('enrolments.list', { ...key, state: 'enrolled' })
  for (const { enrolmentId, version } of rows) {
    const marked = { ...key, enrolmentId, version, missedMinutes: null, outcome: '' }
    await organizer.command('enrolments.grade', { ...marked, score: 88 })
  }
  expect(await organizer.command('classes.complete', key)).toEqual({ passed: 2, failed: 1 })
  expect(await organizer.command('certificates.issue', key)).toEqual({ issued: 2 })
  const after = await organizer.query('enrolments.list', { ...key, state: 'enrolled' })
  expect(after.rows.find(({ memberId }) => memberId === away.actor.personId)).toMatchObject({
    result: 'failed',
    resultReason: expect.stringContaining('1/7') as unknown,
  })
  return (await organizer.query('certificates.list', key)).rows
}

/** What the pages say of hours is what the database counts, entry by entry. */
async function countHours(
  platform: Platform,
  people: readonly Person[],
  lessons: readonly string[],
) {
  for (const person of people) {
    const memberId = person.actor.personId
    const own = and(eq(hourEntries.memberId, memberId), inArray(hourEntries.sourceId, [...lessons]))
    const [sum] = await db
      .select({ minutes: sql<number>`sum(${hourEntries.minutes})::int` })
      .from(hourEntries)
      .where(own)
    const came = and(eq(attendances.memberId, memberId), eq(attendances.mark, 'present'))
    const times = await db.$count(attendances, came)
    const [total] = await db.select().from(hourTotals).where(eq(hourTotals.memberId, memberId))
    const book = await platform.comes(person).query('ledgers.mine', { year: 2026 })
    // Three hours by the clock are four lessons of forty-five minutes.
    expect([sum?.minutes, total?.minutes, book.minutes]).toEqual(Array(3).fill(times * 240))
    expect(book.entries.every(({ rule }) => rule.key !== '')).toBe(true)
    expect(book.centralizedMinutes).toBe(book.minutes)
  }
}

/** Whoever scans the code sees what it certifies, without signing in; each look is kept. */
async function lookAsStranger(platform: Platform, certificates: Certificates, key: Key) {
  const [first] = certificates
  const code = first?.path.split('/').at(-1) ?? ''
  const stranger = platform.stranger()
  const page = (await stranger.download(`/certificates/${code}`)).toString()
  for (const words of ['证书有效', first?.name ?? '', first?.number ?? ''])
    expect(page).toContain(words)
  expect(await stranger.command('certificates.verify', { code })).toMatchObject({ state: 'valid' })
  const looks = eq(certificateChecks.certificateId, first?.certificateId ?? '')
  expect(await db.$count(certificateChecks, looks)).toBe(2)
  const unsigned = await stranger.attempt('certificates.issue', key)
  expect(unsigned.statusCode).toBe(401)
}
type Certificates = Awaited<ReturnType<typeof graduate>>

/** Lights, topics and the closing say what was held. */
async function closePlan(organizer: Visitor, plan: { unitId: string; planId: string }) {
  const after = await organizer.query('plans.show', plan)
  const { held, lights } = after.items[0] ?? {}
  expect(held).toMatchObject({ sessions: 1, persons: 3, due: 18, present: 16 })
  expect(lights?.date.sentence).toBe('计划 1 场已全部开展')
  expect([lights?.count.light, lights?.quality.light]).toEqual(['good', 'good'])
  expect(after.topicStates).toMatchObject([{ people: 54 + 1, met: 3 }])
  const closed = await organizer.command('plans.close', {
    ...plan,
    version: after.version,
    actual: '轮训了一遍',
    suggestions: '提前排课',
    goals: [{ id: goal.id, actual: '三人全部合格', isMet: true }],
  })
  expect(closed.comparisons).toMatchObject([
    { isMet: true },
    { what: '支部书记轮训', actual: '1 场、3 人，到课率 89%', isMet: true },
  ])
}

test('a plan becomes a class, fifty run for its last seat, its hours and certificates are true, and the plan has moved', async () => {
  const platform = await openPlatform('2026-06-01T01:00:00Z')
  const world = await plant(db)
  const organizer = platform.comes(world.organizer)
  const secretary = platform.comes(world.secretary)
  const enrolled = await plantCaller(db, world.east, { name: '陈书禾' })
  const away = await plantCaller(db, world.east, { name: '谢远山' })

  const { key: plan, itemId } = await makePlan(organizer, world)
  const before = await organizer.query('plans.show', plan)
  expect(before).toMatchObject({
    state: 'approved',
    items: [{ held: { sessions: 0 }, lights: { count: { light: 'late' } } }],
  })
  const key = await makeClass(organizer, world, itemId)
  for (const { actor } of [enrolled, away])
    expect(
      await secretary.command('enrolments.enrol', {
        ...key,
        memberUnitId: actor.unitId,
        memberId: actor.personId,
      }),
    ).toMatchObject({ state: 'enrolled' })
  const winner = await raceForTheLastSeat(platform, organizer, world, key)
  const lessons = await planLessons(organizer, world, key)

  platform.clock.now = new Date('2026-06-13T02:00:00Z')
  await hold(organizer, lessons, { away: away.actor.personId, unitId: key.unitId })
  const certificates = await graduate(organizer, key, away)
  expect(new Set(certificates.map(({ name }) => name))).toEqual(
    new Set(['陈书禾', winner.actor.name]),
  )
  await countHours(platform, [enrolled, away, winner], lessons)
  expect(certificates.every(({ minutes }) => minutes === 6 * 240)).toBe(true)
  expect((await platform.comes(away).query('certificates.mine', {})).rows).toEqual([])

  await lookAsStranger(platform, certificates, key)
  await closePlan(organizer, plan)
}, 60_000)
