import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { contents } from '../../testing/packages/contents.ts'
import { readPackage } from '../../testing/packages/plant.ts'
import { noon, plant, plantCaller } from '../../testing/world.ts'
import type { Person, World } from '../../testing/world.ts'
import { create } from '../courses/acts/create.ts'
import { decide, submit } from '../courses/acts/review.ts'
import { openCourse } from '../courses/views/menu.ts'
import { addToCourse } from './acts/add-to-course.ts'
import { bringBank, handIn, layQuiz, plainLines } from '../../testing/quizzes.ts'
import { addToCourse as addQuiz } from '../quizzes/acts/lay.ts'
import { start } from '../quizzes/acts/sit.ts'
import { commit } from './acts/commit.ts'
import { open } from './acts/open.ts'

let world: World
let learner: Person
let minutes: number
let course: string
beforeEach(async () => {
  world = await plant(db)
  minutes = 0
  course = newId()
  const now = () => new Date(noon.getTime() + minutes * 60_000)
  learner = await plantCaller(db, world.east, { now })
})

async function draftCourse() {
  const form = { title: '学习党章', genre: 'lesson', scope: 'all', creditMinutes: 10 } as const
  const more = { summary: '', category: 'theory', level: 'county', authorName: '' } as const
  const rest = { tags: [] as string[], watchPercent: 90, issuedOn: null, caseStudy: null }
  const ids = { courseId: course, organizationId: world.county.id }
  await create(world.organizer, { ...form, ...more, ...rest, ...ids })
}

async function publish() {
  await submit(world.organizer, { courseId: course })
  const reviewer = await plantCaller(db, world.county, { office: 'organizer' })
  const said = { courseId: course, reason: '' }
  await decide(reviewer, { ...said, step: 'review', outcome: 'pass' })
  await decide(reviewer, { ...said, step: 'share', outcome: 'publish' })
}

async function courseWithPackage() {
  const { unitId, packageId } = await readPackage(world.organizer, world.county, contents.scorm12())
  await draftCourse()
  const item = { unitId, packageId, courseId: course, itemId: newId(), minutes: 20 }
  await addToCourse(world.organizer, item)
  await addToCourse(world.organizer, item)
  await publish()
  return { unitId, packageId, item }
}

test('a quiz in a course is done when it is passed, and not before', async () => {
  await bringBank(world.organizer, world.county, plainLines(6))
  const key = await layQuiz(world.organizer, world.county, { triesMax: 2 })
  await draftCourse()
  await addQuiz(world.organizer, { ...key, courseId: course, itemId: newId() })
  await publish()
  await handIn(learner, await start(learner, key), 1)
  const seen = () => openCourse(learner, { courseId: course })
  expect(await seen()).toMatchObject({
    completedAt: null,
    contents: [{ kind: 'quiz', completedAt: null, made: { unitId: key.unitId, id: key.quizId } }],
  })
  await handIn(learner, await start(learner, key), 4)
  expect(await seen()).toMatchObject({
    postedMinutes: 10,
    contents: [{ completedAt: expect.any(String) }],
  })
})

test('a package in a course is done when all of it is and the time was spent, and the hours are posted once', async () => {
  const { unitId, packageId, item } = await courseWithPackage()
  const key = { unitId, packageId, lesson: 'item_1', origin: 'http://127.0.0.1' }
  const { attemptId, playId } = await open(learner, key)
  const say = (seq: number, seconds: number) =>
    commit(learner, {
      unitId,
      attemptId,
      playId,
      seq,
      seconds,
      memory: '{}',
      state: 'completed',
      score: 88,
    })
  // All at once is not twenty minutes.
  expect(await say(1, 1200)).toMatchObject({ state: 'completed', isCourseDone: false })
  minutes = 10
  expect(await say(2, 1800)).toMatchObject({ isCourseDone: false })
  minutes = 25
  expect(await say(3, 2700)).toMatchObject({ isCourseDone: true })
  expect(await say(4, 2710)).toMatchObject({ isCourseDone: true })
  expect(await openCourse(learner, { courseId: course })).toMatchObject({
    completedAt: expect.any(String),
    postedMinutes: 10,
    contents: [{ itemId: item.itemId, kind: 'package', made: { unitId, id: packageId } }],
  })
})

test('a course takes only packages that are near, and only while it may be changed', async () => {
  const { item } = await courseWithPackage()
  await expectRefusal(addToCourse(world.organizer, { ...item, itemId: newId() }), 'courses.state')
  await expectRefusal(
    addToCourse(world.organizer, { ...item, packageId: newId() }),
    'packages.unknown',
  )
  await expectRefusal(addToCourse(world.member, item), 'reach.none')
})
