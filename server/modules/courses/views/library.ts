import { contract } from '@zhixing/contract'
import { and, desc, eq, ilike, ne, or, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { maySee } from '../index.ts'
import type { Check } from '../rules/checks.ts'
import { isEditable } from '../rules/library.ts'
import { countLearners } from '../store/learners.ts'
import { findCourse, releasedFor } from '../store/library.ts'
import { airingsOf } from '../store/standing.ts'
import { courses } from '../table.ts'
import { contentsOf, freshnessBelow, linesOf } from './lines.ts'

/** What was made here and below in any state, and what is released for here. */
export const listCourses = view(contract.courses.list, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { path } = organization
  const released = releasedFor(path)
  const chosen = and(
    or(within(reach, organizations.path), released),
    input.text === '' ? undefined : ilike(courses.title, containing(input.text)),
    input.genre ? eq(courses.genre, input.genre) : undefined,
    input.tag === '' ? undefined : sql`${courses.tags} @> ${JSON.stringify([input.tag])}::jsonb`,
    input.category ? eq(courses.category, input.category) : undefined,
    input.state ? eq(courses.state, input.state) : ne(courses.state, 'withdrawn'),
  )
  const owned = {
    course: courses,
    unitId: organizations.unitId,
    path: organizations.path,
    organizationName: organizations.name,
  }
  const [rows, [all]] = await Promise.all([
    db
      .select(owned)
      .from(courses)
      .innerJoin(organizations, eq(organizations.id, courses.organizationId))
      .where(chosen)
      .orderBy(desc(courses.createdAt), desc(courses.id))
      .limit(input.size)
      .offset((input.page - 1) * input.size),
    db
      .select({ total: sql<number>`count(*)::int` })
      .from(courses)
      .innerJoin(organizations, eq(organizations.id, courses.organizationId))
      .where(chosen),
  ])
  const lines = await linesOf(db, rows)
  const learnersOf = await countLearners(
    db,
    rows.map(({ course }) => course.id),
  )
  const freshness = await freshnessBelow(db, now, path)
  return {
    total: all?.total ?? 0,
    rows: lines.map(({ row, line }) => ({
      ...line,
      state: row.course.state,
      ...(learnersOf.get(row.course.id) ?? { learners: 0, done: 0 }),
      freshness: freshness(row),
    })),
  }
})

export const showCourse = view(contract.courses.show, async ({ db, now, actor }, { courseId }) => {
  const found = await findCourse(db, courseId)
  if (!found || !maySee(actor, found)) throw missing('courses.unknown')
  const { course, path } = found
  const [shown] = await linesOf(db, [found])
  if (!shown) throw missing('courses.unknown')
  const { items, line } = shown
  const freshness = await freshnessBelow(db, now, path)
  const may = (grant: 'courses.edit' | 'courses.review') =>
    covers(reachOf(actor.appointments, grant), path)
  const contents = await contentsOf(db, items)
  return {
    ...line,
    freshness: freshness(found),
    broadcasts: (await airingsOf(db, courseId)).map(({ outlet, level, airedOn, link }) => ({
      outlet,
      level,
      airedOn,
      link,
    })),
    unitId: found.unitId,
    organizationId: course.organizationId,
    level: course.level,
    state: course.state,
    watchPercent: course.watchPercent,
    issuedOn: course.issuedOn,
    version: course.version,
    createdAt: course.createdAt.toISOString(),
    publishedAt: course.publishedAt?.toISOString() ?? null,
    returnReason: course.reason,
    contents: contents.map((one, at) => ({
      ...one,
      link: items[at]?.link ?? '',
      checks: (items[at]?.checks ?? []).map(writable),
    })),
    canEdit: may('courses.edit') && isEditable(course.state),
    canReview:
      may('courses.review') &&
      course.submittedBy !== actor.accountId &&
      course.authorId !== actor.personId,
  }
})

function writable({ options, keys, ...check }: Check) {
  return { ...check, options: options.map((one) => ({ ...one })), keys: [...keys] }
}
