import { Readable } from 'node:stream'
import { dayOf, startOf, addDays } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import type { FileStore } from '../kernel/files.ts'
import { newId } from '../kernel/ids.ts'
import { cleanHtml, plainText } from '../kernel/rich-text.ts'
import { review } from '../modules/courses/kinds/review.ts'
import { readingSeconds } from '../modules/courses/rules/library.ts'
import { keepCourse, keepItem } from '../modules/courses/store/library.ts'
import { keepOrder } from '../modules/courses/store/standing.ts'
import { keepFile } from '../modules/files/index.ts'
import { startCase } from '../modules/procedures/index.ts'
import { keepQuiz } from '../modules/quizzes/store/quizzes.ts'
import { demoCourses } from './course-list.ts'
import type { DemoCourse } from './course-list.ts'
import { slides } from './paper.ts'
import { plantLearners } from './plant-learners.ts'
import { plantPackage } from './plant-package.ts'
import type { DemoBranch } from './population.ts'
import type { DemoOrganization } from './tree.ts'

export type CourseScene = { readonly tx: Db; readonly now: Date; readonly files: FileStore }
type Item = DemoCourse['items'][number]
type Owner = { readonly owner: DemoOrganization; readonly byId: string; readonly courseId: string }

/** The library of the county, what was ordered from it, and how far people have come. */
export async function plantCourses(
  scene: CourseScene,
  county: DemoOrganization,
  filled: readonly DemoBranch[],
): Promise<void> {
  const byId = newId()
  const today = dayOf(scene.now)
  const planted = []
  for (const course of demoCourses(today)) {
    const courseId = newId()
    const kept = await plantCourse(scene, course, { owner: county, byId, courseId })
    planted.push({ courseId, course, items: kept })
  }
  const [first, second] = planted
  if (!first || !second) return
  const order = { organizationId: county.id, orderedBy: byId, at: scene.now }
  await keepOrder(scene.tx, {
    ...order,
    id: newId(),
    courseId: first.courseId,
    dueOn: addDays(today, 12),
    note: '换届后的新任委员都学一遍',
  })
  await plantLearners(scene, planted, filled)
}

async function plantCourse(
  scene: CourseScene,
  course: DemoCourse,
  { owner, byId, courseId }: Owner,
): Promise<{ id: string; seconds: number }[]> {
  const { tx } = scene
  const { items, releasedOn, state, ...facts } = course
  const at = startOf(releasedOn)
  const isReleased = state === 'published'
  await keepCourse(tx, {
    ...facts,
    id: courseId,
    organizationId: owner.id,
    state,
    scope: 'all',
    level: 'county',
    watchPercent: 90,
    caseStudy: course.caseStudy ?? null,
    createdBy: byId,
    keeperId: byId,
    createdAt: at,
    submittedBy: state === 'draft' ? null : byId,
    publishedAt: isReleased ? at : null,
    checkedOn: isReleased ? releasedOn : null,
  })
  const kept = []
  for (const item of items) {
    const id = newId()
    const made = await madeOf(scene, item, { owner, byId, courseId })
    await keepItem(tx, { ...made, id, courseId, kind: item.kind, title: item.title, createdAt: at })
    kept.push({ id, seconds: made.seconds })
  }
  if (state === 'inReview')
    await startCase(tx, review, {
      unitId: owner.unitId,
      path: owner.path,
      organizationId: owner.id,
      subject: `course:${courseId}`,
      title: course.title,
      by: { accountId: byId, name: course.authorName },
      now: scene.now,
    })
  return kept
}

async function madeOf(scene: CourseScene, item: Item, owned: Owner) {
  const { tx, now, files } = scene
  const { owner, byId, courseId } = owned
  if (item.kind === 'article') {
    const body = cleanHtml(item.body)
    return { body, seconds: readingSeconds(plainText(body)) }
  }
  if (item.kind === 'live') {
    const nine = startOf(addDays(dayOf(now), item.inDays)).getTime() + 9 * 3_600_000
    const link = 'https://live.example.org/orchard'
    return { link, startsAt: new Date(nine), seconds: 3600 }
  }
  if (item.kind === 'document') {
    const content = Readable.from([await slides(item.title, item.pages, now)])
    const hanging = { subject: `course:${courseId}`, path: owner.path, accountId: byId, now }
    const named = { ...hanging, unitId: owner.unitId, name: `${item.title}.pdf`, content }
    const { unitId, fileId } = await keepFile(tx, files, named)
    return { fileUnitId: unitId, fileId, seconds: item.minutes * 60 }
  }
  if (item.kind === 'package') {
    const madeId = await plantPackage(scene, owner, byId)
    return { facts: { madeId, madeUnitId: owner.unitId }, seconds: 600 }
  }
  const madeId = await plantTest(scene, item.title, owned)
  return { facts: { madeId, madeUnitId: owner.unitId }, seconds: 600 }
}

async function plantTest({ tx, now }: CourseScene, title: string, { owner, byId }: Owner) {
  const id = newId()
  const today = dayOf(now)
  await keepQuiz(tx, {
    id,
    unitId: owner.unitId,
    organizationId: owner.id,
    path: owner.path,
    kind: 'test',
    title,
    intro: '五道题，做对三道就算学完。',
    draws: [{ category: null, isEssential: false, count: 5 }],
    minutes: 10,
    passPercent: 60,
    triesMax: 3,
    retestDays: null,
    opensOn: addDays(today, -60),
    closesOn: addDays(today, 300),
    byId,
    at: now,
  })
  return id
}
