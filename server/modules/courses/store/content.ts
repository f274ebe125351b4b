import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import { courseItems, courses } from '../table.ts'

/** Content that another capability made: which kind, and the id it has there. */
export type Made = { readonly kind: 'package' | 'quiz'; readonly madeId: string }

/** Where in published courses this piece of content stands. */
export async function placesOf(db: Reader, { kind, madeId }: Made) {
  return db
    .select({ item: courseItems, course: courses, path: organizations.path })
    .from(courseItems)
    .innerJoin(courses, eq(courses.id, courseItems.courseId))
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(
      and(
        eq(courseItems.kind, kind),
        sql`${courseItems.facts} ->> 'madeId' = ${madeId}`,
        isNull(courseItems.removedAt),
        eq(courses.state, 'published'),
      ),
    )
}
