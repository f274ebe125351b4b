import { contract } from '@zhixing/contract'
import { and, desc, eq, ilike, or, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { containing } from '../../../kernel/search.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { maySee } from '../index.ts'
import { findLearner, findDoneItems, progressOf } from '../store/learning.ts'
import { findCourse, itemsOf } from '../store/library.ts'
import { courseLearners, courses } from '../table.ts'
import { contentsOf, lineOf } from './lines.ts'

/** What was released for where I stand, the newest first, with how far I have come. */
export const listMenu = ownView(
  contract.courses.menu,
  async ({ db, actor }, { page, size, text, genre, category }) => {
    const { unitId, personId: memberId, place } = actor
    const chosen = and(
      eq(courses.state, 'published'),
      or(eq(courses.scope, 'all'), sql`${place.path} like ${organizations.path} || '%'`),
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
    const ids = rows.map(({ course }) => course.id)
    const itemsBy = Map.groupBy(await itemsOf(db, ids), ({ courseId }) => courseId)
    const done = await findDoneItems(db, { unitId, memberId }, ids)
    return {
      total: all?.total ?? 0,
      rows: rows.map((row) => ({
        ...lineOf(row, itemsBy.get(row.course.id) ?? []),
        doneItems: (itemsBy.get(row.course.id) ?? []).filter(({ id }) => done.has(id)).length,
        completedAt: row.completedAt?.toISOString() ?? null,
      })),
    }
  },
)

export const openCourse = ownView(contract.courses.open, async ({ db, actor }, { courseId }) => {
  const found = await findCourse(db, courseId)
  if (!found || !maySee(actor, found)) throw missing('courses.unknown')
  const whose = { unitId: actor.unitId, memberId: actor.personId }
  const items = await itemsOf(db, [courseId])
  const progress = await progressOf(db, whose, courseId)
  const learner = await findLearner(db, whose, courseId)
  const contents = await contentsOf(db, items)
  return {
    ...lineOf(found, items),
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
