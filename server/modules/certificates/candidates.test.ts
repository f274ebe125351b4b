import { beforeEach, expect, test } from 'vitest'
import { expectRefusal } from '../../testing/expect.ts'
import { graduate, holdLessons, plantLessons, since } from '../../testing/graduation.ts'
import type { plantClass } from '../../testing/classes.ts'
import { db } from '../../testing/database.ts'
import { plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { add } from '../classes/acts/add.ts'
import { grade } from '../classes/acts/grade.ts'
import { removeSession } from '../classes/acts/sessions.ts'
import { listEnrolments } from '../classes/views/enrolments.ts'
import { mine } from '../ledgers/views.ts'
import { issue } from './acts/issue.ts'
import { listCertificates } from './views/list.ts'

let world: World
let learner: Person
let keeper: Person
beforeEach(async () => {
  world = await plant(db)
  learner = await plantCaller(db, world.east, { name: '陈书禾' })
  keeper = since(world.organizer)
})

type Key = Awaited<ReturnType<typeof plantClass>>
const page = { page: 1, size: 20, text: '' }

async function graded({ unitId, classId }: Key, scores: Readonly<Record<string, number>>) {
  const key = { unitId, classId }
  const { rows } = await listEnrolments(keeper, { ...key, ...page })
  for (const { enrolmentId, name, version } of rows) {
    const facts = { score: scores[name] ?? null, missedMinutes: null, outcome: '' }
    await grade(keeper, { ...key, enrolmentId, version, ...facts })
  }
}

test('a class for candidates holds its 24 hours, ends in an exam, and certifies who passed [S4-15]', async () => {
  const exam = { kind: 'candidate', title: '发展对象培训班', hasExam: true } as const
  const key = await plantLessons(world, [learner], exam)
  const { unitId, classId } = key
  for (const name of ['何青川', '宋远航'])
    await add(world.organizer, {
      unitId,
      classId,
      name,
      organizationName: '东支部',
      learnerKind: 'candidate',
      phone: '',
    })
  await holdLessons(world, key)

  await expectRefusal(graduate(world, key), 'classes.scoresMissing')
  await graded(key, { 陈书禾: 92, 何青川: 88, 宋远航: 41 })
  expect(await graduate(world, key)).toEqual({ passed: 2, failed: 1 })
  expect(await issue(keeper, { unitId, classId })).toEqual({ issued: 2 })
  const { rows } = await listCertificates(keeper, { unitId, classId, ...page })
  expect(rows).toMatchObject([
    { number: '发培结字〔2026〕第0001号', className: '发展对象培训班', minutes: 1440 },
    { number: '发培结字〔2026〕第0002号', minutes: 1440 },
  ])
  expect(rows.map(({ name }) => name)).not.toContain('宋远航')
  const { rows: learners } = await listEnrolments(keeper, { unitId, classId, ...page })
  expect(learners.find(({ name }) => name === '宋远航')?.resultReason).toMatch(/考试 41 分/)
})

test('a class for candidates that is too short graduates nobody [S4-15]', async () => {
  const key = await plantLessons(world, [learner], { kind: 'candidate', title: '发展对象培训班' })
  const { unitId, classId, lessons } = key
  const [dropped = ''] = lessons.slice(-1)
  await removeSession(world.organizer, { unitId, classId, sessionId: dropped })
  await holdLessons(world, { ...key, lessons: lessons.slice(0, -1) })
  await expectRefusal(graduate(world, key), 'classes.candidateHours')
  await expectRefusal(issue(keeper, { unitId, classId }), 'certificates.notCompleted')
})

test('whoever enrolled and came has the hours of the class, counted as centralised [S0-28]', async () => {
  const key = await plantLessons(world, [learner])
  const { unitId, classId } = key
  const { counts } = await listEnrolments(keeper, { unitId, classId, ...page })
  expect(counts).toMatchObject({ enrolled: 1 })
  await holdLessons(world, key)

  const book = await mine(learner, { ledger: 'member', year: 2026 })
  expect([book.minutes, book.centralizedMinutes]).toEqual([1440, 1440])
  expect(book.entries).toHaveLength(6)
  expect(book.entries[0]).toMatchObject({ sourceName: '培训班', counts: 'full', minutes: 240 })
})
