/**
 * Courses: what is learnt alone, on a screen; and how far everybody has come.
 * Whoever builds a kind of content asks here whether somebody may learn from it, and says here when it was done;
 * the last item done completes the course, and its hours are posted once.
 */
import { courseStates } from '@zhixing/contract/course-words.ts'
import { dayOf } from '../../kernel/calendar.ts'
import type { Actor } from '../../kernel/caller.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { covers, reachOf } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { convertHours, postOrWait } from '../ledgers/index.ts'
import { isEditable, isFor } from './rules/library.ts'
import {
  beginItem,
  completeCourse,
  completeItem,
  countOpenItems,
  findLearner,
  holdLearner,
} from './store/learning.ts'
import { placesOf } from './store/content.ts'
import type { Made } from './store/content.ts'
import { findCourse, findItem, keepItem, lockCourse } from './store/library.ts'
import type { OwnedCourse } from './store/library.ts'

export { releasedFor } from './store/library.ts'
export type { OwnedCourse } from './store/library.ts'

/** What a course is made of is seen by those who may learn from it, and by those who look after the library there. */
export const courseFiles: FileSubject = {
  kind: 'course',
  async maySee({ db, actor }, { subject }) {
    const found = await findCourse(db, subject.slice('course:'.length))
    if (!found) return false
    return maySee(actor, found)
  },
}

/** Published to where somebody stands; or within the reach of who looks after it, in whatever state. */
export function maySee(actor: Actor, { course, path }: OwnedCourse): boolean {
  if (covers(reachOf(actor.appointments, 'courses.view'), path)) return true
  if (course.authorId !== null && course.authorId === actor.personId) return true
  return course.state === 'published' && isFor({ scope: course.scope, path }, actor.place.path)
}

/** An item of a published course that this member may learn from. */
export async function requireLesson(db: Reader, actor: Actor, itemId: string) {
  const { memberId, unitId } = actor
  if (!memberId) throw conflict('courses.membersOnly')
  const found = await findItem(db, itemId)
  if (!found || found.course.state !== 'published') throw missing('courses.itemUnknown')
  if (!isFor({ scope: found.course.scope, path: found.path }, actor.place.path))
    throw missing('courses.itemUnknown')
  return { ...found, memberId, learnerUnitId: unitId }
}

/** The items of published courses that are made of this, as far as this member may learn from them. */
export async function itemsMadeOf(db: Reader, actor: Actor, made: Made) {
  const places = actor.memberId ? await placesOf(db, made) : []
  return places.filter(({ course, path }) => isFor({ scope: course.scope, path }, actor.place.path))
}

type NewContent = Made & {
  readonly courseId: string
  readonly itemId: string
  readonly title: string
  readonly seconds: number
  /** Its unit there, so that the player finds it. */
  readonly madeUnitId: string
  readonly now: Date
}

/** Puts what another capability made at the end of a course that may be changed; the same item twice is one. */
export async function addContent(tx: Db, reach: Reach, content: NewContent) {
  const { courseId, itemId, kind, title, seconds, madeId, madeUnitId, now } = content
  const found = await lockCourse(tx, reach, courseId)
  if (!found) throw missing('courses.unknown')
  const { course, unitId, path } = found
  if (!isEditable(course.state))
    throw conflict('courses.state', { 状态: courseStates[course.state], 动作: '修改' })
  const facts = { madeId, madeUnitId }
  await keepItem(tx, { id: itemId, courseId, kind, title, seconds, facts, createdAt: now })
  return { unitId, path }
}

/** A course that this person may see. */
export async function requireCourse(db: Reader, actor: Actor, courseId: string) {
  const found = await findCourse(db, courseId)
  if (!found || !maySee(actor, found)) throw missing('courses.unknown')
  return found
}

/** Whether somebody has begun with a course, or put it in their list. */
export async function hasBegun(
  db: Reader,
  whose: { readonly unitId: string; readonly memberId: string },
  courseId: string,
): Promise<boolean> {
  return (await findLearner(db, whose, courseId)) !== undefined
}

export type Finished = {
  readonly unitId: string
  readonly memberId: string
  readonly courseId: string
  readonly itemId: string
  readonly score?: number
  /** Where the member stands, and who says that it was done. */
  readonly path: string
  readonly by: string
  readonly now: Date
}

/** An item was done; the course with it, where nothing is left. Saying so twice is once. */
export async function finishItem(
  tx: Db,
  finished: Finished,
): Promise<{ isNew: boolean; isCourseDone: boolean; postedMinutes: number }> {
  await beginItem(tx, finished)
  // Before anything is counted: of two items finished at once, the second must see the first.
  const rows = await holdLearner(tx, finished.memberId, finished.courseId)
  const isNew = await completeItem(tx, finished)
  const own = rows.find(({ unitId }) => unitId === finished.unitId)
  if (own?.completedAt) return { isNew, isCourseDone: true, postedMinutes: 0 }
  if (!own || (await countOpenItems(tx, finished)) > 0)
    return { isNew, isCourseDone: false, postedMinutes: 0 }

  const isCredited = rows.some(({ postedMinutes }) => postedMinutes > 0)
  const postedMinutes = isCredited ? 0 : await post(tx, finished)
  await completeCourse(tx, own, { completedAt: finished.now, postedMinutes })
  return { isNew, isCourseDone: true, postedMinutes }
}

/** The hours of a course, online; nothing where the day is full already, until another day has room. */
async function post(tx: Db, finished: Omit<Finished, 'itemId'>): Promise<number> {
  const { unitId, memberId, courseId, path, by, now } = finished
  const found = await findCourse(tx, courseId)
  if (!found || found.course.creditMinutes === 0) return 0
  const { course } = found
  const { title, category, level } = course
  const day = dayOf(now)
  const study = { source: 'online', clockMinutes: course.creditMinutes, level, days: 1 } as const
  const worth = await convertHours(tx, { path, day }, study)
  if (worth.minutes === 0) return 0
  const posting = {
    ...worth,
    unitId,
    memberId,
    day,
    title,
    category,
    level,
    source: 'online',
    sourceId: courseId,
    key: `course:${courseId}`,
    postedBy: by,
    at: now,
  } as const
  return (await postOrWait(tx, [posting])).minutes
}
