import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { courseLearners, courses } from '../../courses/table.ts'
import { convertersBelow } from '../../ledgers/index.ts'
import { organizations } from '../../organizations/table.ts'
import type { OpenCourse } from '../rules/gathered.ts'

/** Published courses that bring hours, and who has had them. */
export async function findOpenCourses(
  db: Reader,
  { path, now }: { readonly path: string; readonly now: Date },
): Promise<OpenCourse[]> {
  const rows = await db
    .select({ course: courses, path: organizations.path })
    .from(courses)
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(
      and(
        eq(courses.state, 'published'),
        gt(courses.creditMinutes, 0),
        sql`(${courses.scope} = 'all' or ${organizations.path} like ${`${path}%`} or ${path} like ${organizations.path} || '%')`,
      ),
    )
    .orderBy(asc(courses.id))
  const done = await db
    .select({ courseId: courseLearners.courseId, memberId: courseLearners.memberId })
    .from(courseLearners)
    .where(isNotNull(courseLearners.completedAt))
  const doneBy = Map.groupBy(done, ({ courseId }) => courseId)
  const convert = await convertersBelow(db, path)
  const day = dayOf(now)
  return rows.flatMap(({ course, path: owner }) => {
    const { id, title, creditMinutes: clockMinutes, level, scope } = course
    const { minutes } = convert({ path, day }, { source: 'online', clockMinutes, level, days: 1 })
    const learners = new Set((doneBy.get(id) ?? []).map(({ memberId }) => memberId))
    return [
      { courseId: id, title, minutes, isForAll: scope === 'all', path: owner, done: learners },
    ]
  })
}
