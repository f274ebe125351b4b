import { contract } from '@zhixing/contract'
import { and, desc, eq, ilike, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { containing } from '../../../kernel/search.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { maySee } from '../index.ts'
import { findLearner, progressOf } from '../store/learning.ts'
import { findCourse, releasedFor } from '../store/library.ts'
import { courseLearners, courses } from '../table.ts'
import { contentsOf, doneOf, linesOf } from './lines.ts'

/** What was released for where I stand, the newest first, with how far I have come. */
export const listMenu = ownView(
  contract.courses.menu,
  async ({ db, actor }, { page, size, text, genre, category }) => {
    const { unitId, personId: memberId, place } = actor
    const chosen = and(
      releasedFor(place.path),
      text === '' ? undefined : ilike(courses.title, containing(text)),
      genre ? eq(courses.genre, genre) : undefined,
      category ? eq(courses.category, category) : undefined,
    )
    const rows = await db
      .select({
        course: courses,
        unitId: organizations.unitId,
        path: organizations.path,
        organizationName: organizations.name,
        completedAt: courseLearners.completedAt,
      })
      .from(courses)
      .innerJoin(organizations, eq(organizations.id, courses.organizationId))
      .leftJoin(
        courseLearners,
        and(
          eq(courseLearners.courseId, courses.id),
          eq(courseLearners.unitId, unitId),
          eq(courseLearners.memberId, memberId),
        ),
      )
      .where(chosen)
      .orderBy(desc(courses.publishedAt), desc(courses.id))
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(courses)
      .innerJoin(organizations, eq(organizations.id, courses.organizationId))
      .where(chosen)
    const lines = await linesOf(db, rows)
    const done = await doneOf(db, { unitId, memberId }, lines)
    return {
      total: all?.total ?? 0,
      rows: lines.map(({ row, line }) => ({
        ...line,
        doneItems: done.get(row.course.id) ?? 0,
        completedAt: row.completedAt?.toISOString() ?? null,
      })),
    }
  },
)

export const openCourse = ownView(contract.courses.open, async ({ db, actor }, { courseId }) => {
  const found = await findCourse(db, courseId)
  if (!found || !maySee(actor, found)) throw missing('courses.unknown')
  const whose = { unitId: actor.unitId, memberId: actor.personId }
  const [shown] = await linesOf(db, [found])
  if (!shown) throw missing('courses.unknown')
  const { items, line } = shown
  const progress = await progressOf(db, whose, courseId)
  const learner = await findLearner(db, whose, courseId)
  const contents = await contentsOf(db, items)
  return {
    ...line,
    unitId: found.unitId,
    completedAt: learner?.completedAt?.toISOString() ?? null,
    postedMinutes: learner?.postedMinutes ?? 0,
    watchPercent: found.course.watchPercent,
    contents: contents.map((item) => {
      const known = progress.get(item.itemId)
      return {
        ...item,
        watchedSeconds: known?.watchedSeconds ?? 0,
        positionSeconds: Math.floor((known?.positionMs ?? 0) / 1000),
        completedAt: known?.completedAt?.toISOString() ?? null,
      }
    }),
  }
})
