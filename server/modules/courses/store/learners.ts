import { and, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { courseLearners } from '../table.ts'

type Begun = {
  readonly unitId: string
  readonly memberId: string
  readonly courseId: string
  readonly now: Date
}

/** Into somebody's list; false where it was there before. */
export async function beginCourse(
  tx: Db,
  { unitId, memberId, courseId, now }: Begun,
): Promise<boolean> {
  const begun = await tx
    .insert(courseLearners)
    .values({ unitId, memberId, courseId, startedAt: now })
    .onConflictDoNothing()
    .returning({ id: courseLearners.id })
  return begun.length > 0
}

/** What somebody has begun or chosen, by course. */
export async function findOwnCourses(
  db: Reader,
  { unitId, memberId }: Pick<Begun, 'unitId' | 'memberId'>,
) {
  const rows = await db
    .select()
    .from(courseLearners)
    .where(and(eq(courseLearners.unitId, unitId), eq(courseLearners.memberId, memberId)))
  return new Map(rows.map((row) => [row.courseId, row]))
}

/** Courses are known everywhere, those who learn lie with their units: they are counted by themselves. */
export async function countLearners(db: Reader, courseIds: readonly string[]) {
  const rows = await db
    .select({
      courseId: courseLearners.courseId,
      learners: sql<number>`count(*)::int`,
      done: sql<number>`count(${courseLearners.completedAt})::int`,
    })
    .from(courseLearners)
    .where(oneOf(courseLearners.courseId, courseIds))
    .groupBy(courseLearners.courseId)
  return new Map(rows.map(({ courseId, ...counts }) => [courseId, counts]))
}
