import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { plantCourse, plantVideo } from '../../../testing/courses.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { noon, plant } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { routes } from '../routes.ts'
import { creditAsked, graceMs, planChecks } from '../rules/checks.ts'
import type { Said } from '../rules/checks.ts'
import { lengthOf } from '../rules/spans.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const question = () => ({
  checkId: newId(),
  kind: 'single' as const,
  text: '支部党员大会多久开一次？',
  options: [
    { id: 'A', text: '每月' },
    { id: 'B', text: '每季度' },
  ],
  keys: ['B'],
  explanation: '一般每季度召开一次。',
})

/** A minute of video that asks these, released. */
async function plantAsking(checks: readonly ReturnType<typeof question>[]) {
  const { organizer, secretary: editor, east: organization } = world
  const fileId = await plantVideo(db, editor, 60)
  const released = await plantCourse({ editor, reviewer: organizer, organization }, [
    { kind: 'video', fileId },
  ])
  const key = { courseId: released.courseId, itemId: released.itemId }
  await expectRefusal(routes.setChecks(editor, { ...key, checks: [...checks] }), 'courses.state')
  await routes.withdraw(organizer, { courseId: key.courseId, reason: '加插播提问' })
  await routes.setChecks(editor, { ...key, checks: [...checks] })
  await routes.submit(editor, { courseId: key.courseId })
  const said = { courseId: key.courseId, step: 'review', outcome: 'publish', reason: '' }
  await routes.decide(organizer, said)
  return key
}

function after(person: Person, seconds: number): Person {
  return { ...person, now: () => new Date(noon.getTime() + seconds * 1000) }
}

const played = (fromMs: number, toMs: number, atMs = fromMs) => ({
  atMs,
  forMs: toMs - fromMs,
  fromMs,
  toMs,
})

test('a video asks at a moment of our choosing, and time counts on only after an answer, right or wrong', async () => {
  const { member, secretary } = world
  const check = question()
  const key = await plantAsking([check])
  const { ticket, checks } = await routes.watch(member, key)
  expect(checks).toMatchObject([{ checkId: check.checkId, text: check.text }])
  expect(JSON.stringify(checks)).not.toContain('explanation')
  const atMs = checks[0]?.atMs ?? 0
  expect(atMs).toBeGreaterThan(5_000)
  expect(atMs).toBeLessThan(54_000)
  expect((await routes.watch(member, key)).checks).toEqual(checks)

  const whole = { ticket, beats: [played(0, 60_000)], positionMs: 60_000, answers: [] }
  const most = Math.floor((atMs + graceMs) / 1000)
  const stopped = await routes.beat(after(member, 70), whole)
  expect(stopped).toMatchObject({ watchedSeconds: most, isItemDone: false, checks: [] })

  const answer = { checkId: check.checkId, chosen: ['A'], atMs: 71_000 }
  const forged = [
    { ...answer, chosen: ['Z'] },
    { ...answer, chosen: ['A', 'B'] },
    { ...answer, checkId: newId() },
  ]
  const rest = [played(atMs, 60_000, 72_000)]
  const lied = { ticket, beats: rest, positionMs: 60_000, answers: forged }
  expect(await routes.beat(after(member, 140), lied)).toMatchObject({
    watchedSeconds: most,
    checks: [],
  })

  const done = await routes.beat(after(member, 141), { ...lied, answers: [answer] })
  expect(done).toMatchObject({
    isItemDone: true,
    checks: [{ isRight: false, keys: ['B'], explanation: '一般每季度召开一次。' }],
  })
  expect((await routes.watch(member, key)).checks).toEqual([])
  const { contents } = await routes.show(secretary, { courseId: key.courseId })
  expect(contents[0]?.checks).toEqual([check])
  expect(JSON.stringify(await routes.open(member, { courseId: key.courseId }))).not.toContain(
    check.explanation,
  )
})

test('what was watched and answered without a network counts in full when it comes, in one go', async () => {
  const { member } = world
  const [first, second] = [question(), question()]
  const key = await plantAsking([first, second])
  const { ticket, checks } = await routes.watch(member, key)
  const [one, two] = checks
  if (!one || !two) throw new Error('both are asked')
  const [a, b, pause] = [one.atMs, two.atMs, 5_000]
  const words = {
    ticket,
    positionMs: 60_000,
    // The last stretch is told first: a bad line keeps no order.
    beats: [played(b, 60_000, b + 2 * pause), played(0, a), played(a, b, a + pause)],
    answers: [
      { checkId: two.checkId, chosen: ['B'], atMs: b + 2 * pause - 1 },
      { checkId: one.checkId, chosen: ['A'], atMs: a + pause - 1 },
    ],
  }
  const heard = await routes.beat(after(member, 3_600), words)
  expect(heard).toMatchObject({ watchedSeconds: 60, isItemDone: true })
  expect(new Set(heard.checks.map(({ isRight }) => isRight))).toEqual(new Set([true, false]))
  const again = await routes.beat(after(member, 3_601), words)
  expect(again).toMatchObject({ watchedSeconds: 60, isItemDone: true })
})

test('nobody answers ahead of the recording, and questions that cannot be asked are refused in a sentence', async () => {
  const { member, organizer, secretary } = world
  const check = question()
  const key = await plantAsking([check])
  const { ticket } = await routes.watch(member, key)
  const ahead = { checkId: check.checkId, chosen: ['B'], atMs: 0 }
  const words = { ticket, beats: [], positionMs: 0, answers: [ahead] }
  expect((await routes.beat(after(member, 1), words)).checks).toEqual([])
  expect((await routes.watch(member, key)).checks).toHaveLength(1)

  await routes.withdraw(organizer, { courseId: key.courseId, reason: '改题' })
  const set = (checks: ReturnType<typeof question>[]) =>
    routes.setChecks(secretary, { ...key, checks })
  await expectRefusal(set([{ ...question(), keys: ['C'] }]), 'courses.checkFault')
  await expectRefusal(set([{ ...question(), keys: ['A', 'B'] }]), 'courses.checkFault')
  await expectRefusal(set([check, check]), 'courses.checkTwice')
  await set([])
})

test('whatever is told, nothing behind a question that waits is ever credited', () => {
  const checks = [question(), question(), question()]
  const recording = { lengthMs: 600_000, watchPercent: 90 }
  const anyBeat = fc.record({
    atMs: fc.nat(2_000_000),
    forMs: fc.nat(600_000),
    fromMs: fc.nat(700_000),
    toMs: fc.nat(700_000),
  })
  const anySaid: fc.Arbitrary<Said> = fc.record({
    checkId: fc.constantFrom(...checks.map(({ checkId }) => checkId), 'none'),
    chosen: fc.subarray(['A', 'B', 'C']),
    atMs: fc.nat(2_000_000),
  })
  fc.assert(
    fc.property(
      fc.array(anyBeat, { maxLength: 8 }),
      fc.array(anySaid, { maxLength: 4 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (beats, answers, thrown) => {
        const next = thrown[Symbol.iterator]()
        const asked = planChecks([], checks, recording, () => next.next().value ?? 0)
        const session = { openedAt: 1_000, now: 2_000_000, lengthMs: recording.lengthMs }
        const known = { spans: [], spent: [], asked }
        const end = creditAsked(known, checks, session, { beats, answers })
        const waiting = end.asked.find(({ chosen }) => chosen === null)
        const barrier = waiting ? waiting.atMs + graceMs : recording.lengthMs
        for (const [, until] of end.spans) expect(until).toBeLessThanOrEqual(barrier)
        expect(lengthOf(end.spans)).toBeLessThanOrEqual(recording.lengthMs)
      },
    ),
  )
})
