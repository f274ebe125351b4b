import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { hourEntries } from '../ledgers/table.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { confirm, endPair, join, record } from './acts/pairs.ts'
import { judgeTask, place, reportTask } from './acts/placements.ts'
import { listPairs, listPlacements, mine, showPair } from './views/lists.ts'

const page = { page: 1, size: 50 }
const span = { from: '2026-05-01', until: '2026-12-31' }
let world: World
let mentor: Person
let learner: Person
beforeEach(async () => {
  world = await plant(db)
  mentor = await plantCaller(db, world.east, { name: '周师傅' })
  learner = await plantCaller(db, world.east, { name: '吴新进', stage: 'probationary' })
})
const idOf = (person: Person) => person.actor.memberId ?? ''
const pairUp = () =>
  join(world.secretary, {
    organizationId: world.east.id,
    mentorId: idOf(mentor),
    learnerId: idOf(learner),
    goal: '带着做群众工作',
    ...span,
  })
const told = { on: '2026-05-20', minutes: 90, text: '一起走访了三户，学做记录' }

test('[S0-17] two members are paired; each session is written down by one and confirmed by the other', async () => {
  const pair = await pairUp()
  const inbox = await listInbox(learner, { ...page, onlyUnread: false })
  expect(inbox.rows[0]).toMatchObject({ title: '结对带学', link: '/mentoring' })
  const form = { ...pair, formId: newId(), ...told }
  const session = await record(mentor, form)
  expect(await record(mentor, form)).toEqual(session)
  await expectRefusal(confirm(mentor, { ...session, isTrue: true }), 'mentoring.own')
  await confirm(learner, { ...session, isTrue: true })
  const shown = await showPair(world.secretary, pair)
  expect(shown).toMatchObject({ mentorName: '周师傅', learnerName: '吴新进', sessions: 1 })
  expect(shown.rows).toMatchObject([{ byName: '周师傅', isTrue: true, minutes: 90 }])
  const listed = await listPairs(world.organizer, { ...page, organizationId: world.county.id })
  expect(listed).toMatchObject({ total: 1, silent: 0 })
  expect(await mine(learner, {})).toMatchObject({ pairs: [{ isMentor: false, sessions: 1 }] })
  await endPair(world.secretary, { ...pair, reason: '已能独立工作' })
  const late = { ...pair, formId: newId(), ...told, on: '2026-06-02' }
  const tomorrow = { ...mentor, now: () => new Date('2026-06-03T00:00:00Z') }
  await expectRefusal(record(tomorrow, late), 'mentoring.ended')
})

test('a pair is two people of ours, once at a time, and writes down its own days only', async () => {
  const pair = await pairUp()
  await expectRefusal(pairUp(), 'mentoring.known')
  const form = {
    organizationId: world.east.id,
    mentorId: idOf(mentor),
    learnerId: idOf(mentor),
    goal: '带学',
    ...span,
  }
  await expectRefusal(join(world.secretary, form), 'mentoring.oneself')
  const strange = { ...form, learnerId: newId() }
  await expectRefusal(join(world.secretary, strange), 'mentoring.memberUnknown')
  const early = { ...pair, formId: newId(), ...told, on: '2026-04-01' }
  await expectRefusal(record(mentor, early), 'mentoring.outside')
  const foreign = record(world.member, { ...pair, formId: newId(), ...told })
  await expectRefusal(foreign, 'mentoring.pairUnknown')
  const elsewhere = await plant(db)
  await expectRefusal(showPair(elsewhere.organizer, pair), 'mentoring.pairUnknown')
})

test('[S0-31] a member is placed with tasks, reports them, and accepted practice counts as study', async () => {
  const tasks = [{ title: '参与征地协调', dueOn: '2026-06-30' }]
  const form = {
    organizationId: world.east.id,
    formId: newId(),
    memberId: idOf(learner),
    host: '东河镇信访办',
    duty: '接待来访',
    ...span,
    tasks,
  }
  const outside = { ...form, tasks: [{ title: '太晚', dueOn: '2027-06-30' }] }
  await expectRefusal(place(world.secretary, outside), 'mentoring.taskDay')
  const placed = await place(world.secretary, form)
  expect(await place(world.secretary, form)).toEqual(placed)
  const own = await mine(learner, {})
  const [task] = own.placements[0]?.tasks ?? []
  if (!task) throw new Error('no task')
  const key = { unitId: task.unitId, taskId: task.taskId }
  const early = judgeTask(world.secretary, { ...key, version: 0, isAccepted: true, answer: '' })
  await expectRefusal(early, 'mentoring.noReport')
  const report = { ...key, version: 0, text: '协调了两户的意见', minutes: 180 }
  await expectRefusal(reportTask(mentor, report), 'mentoring.taskUnknown')
  await reportTask(learner, report)
  await expectRefusal(reportTask(learner, report), 'input.stale')
  const asked = { ...page, organizationId: world.east.id }
  expect(await listPlacements(world.secretary, asked)).toMatchObject({ total: 1, waiting: 1 })
  const judge = { ...key, version: 1, isAccepted: false, answer: '' }
  await expectRefusal(judgeTask(world.secretary, judge), 'mentoring.sayWhat')
  await judgeTask(world.secretary, { ...judge, isAccepted: true })
  const hours = await db
    .select({ minutes: hourEntries.minutes })
    .from(hourEntries)
    .where(and(eq(hourEntries.memberId, idOf(learner)), eq(hourEntries.source, 'practice')))
  expect(hours).toEqual([{ minutes: 180 }])
  await expectRefusal(reportTask(learner, { ...report, version: 2 }), 'mentoring.accepted')
})
