import { and, asc, eq, gt, isNotNull, isNull, like, or } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { releasedFor } from '../../courses/index.ts'
import { courseLearners, courses } from '../../courses/table.ts'
import { convertersBelow } from '../../ledgers/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { OpenCourse } from '../rules/gathered.ts'

/** Published courses that bring hours, and who of those below has had them. */
export async function findOpenCourses(
  db: Reader,
  { path, now }: { readonly path: string; readonly now: Date },
): Promise<OpenCourse[]> {
  const below = like(organizations.path, `${path}%`)
  const rows = await db
    .select({ course: courses, path: organizations.path })
    .from(courses)
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(
      and(
        gt(courses.creditMinutes, 0),
        or(releasedFor(path), and(eq(courses.state, 'published'), below)),
      ),
    )
    .orderBy(asc(courses.id))
  // In whichever unit it was: who moved has learnt it all the same.
  const learnt = db
    .select({ courseId: courseLearners.courseId, memberId: courseLearners.memberId })
    .from(courseLearners)
    .where(
      and(
        oneOf(
          courseLearners.courseId,
          rows.map(({ course }) => course.id),
        ),
        isNotNull(courseLearners.completedAt),
      ),
    )
    .as('learnt')
  const done = await db
    .select({ courseId: learnt.courseId, memberId: learnt.memberId })
    .from(learnt)
    .innerJoin(members, and(eq(members.id, learnt.memberId), isNull(members.leftOn)))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(below)
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
