import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { courseItems, courses } from '../table.ts'

export type Course = typeof courses.$inferSelect
export type Item = typeof courseItems.$inferSelect

const withOwner = {
  course: courses,
  unitId: organizations.unitId,
  path: organizations.path,
  organizationName: organizations.name,
}

/** The same question as `isFor`, asked of the database about somebody who stands at a path. */
export function releasedFor(path: string) {
  const root = `/${path.split('/')[1]}/`
  return and(
    eq(courses.state, 'published'),
    or(
      atOrAbove(path, organizations.path),
      and(eq(courses.scope, 'all'), within([root], organizations.path)),
    ),
  )
}

export type OwnedCourse = {
  readonly course: Course
  readonly unitId: string
  readonly path: string
  readonly organizationName: string
}

export async function findCourse(db: Reader, courseId: string): Promise<OwnedCourse | undefined> {
  const [row] = await db
    .select(withOwner)
    .from(courses)
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(eq(courses.id, courseId))
  return row
}

/** The course within a reach, held still for a change. */
export async function lockCourse(
  tx: Db,
  reach: Reach,
  courseId: string,
): Promise<OwnedCourse | undefined> {
  const [row] = await tx
    .select(withOwner)
    .from(courses)
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(and(eq(courses.id, courseId), within(reach, organizations.path)))
    .for('update', { of: courses })
  return row
}

/** What each course is made of, in order. */
export async function itemsOf(db: Reader, courseIds: readonly string[]): Promise<Item[]> {
  if (courseIds.length === 0) return []
  return db
    .select()
    .from(courseItems)
    .where(and(oneOf(courseItems.courseId, courseIds), isNull(courseItems.removedAt)))
    .orderBy(asc(courseItems.position), asc(courseItems.id))
}

export async function findItem(db: Reader, itemId: string) {
  const [row] = await db
    .select({ item: courseItems, ...withOwner })
    .from(courseItems)
    .innerJoin(courses, eq(courses.id, courseItems.courseId))
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(and(eq(courseItems.id, itemId), isNull(courseItems.removedAt)))
  return row
}

/** Keeps it, or finds that the same form was sent before. */
export async function keepCourse(tx: Db, row: typeof courses.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(courses).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

export async function changeCourse(
  tx: Db,
  courseId: string,
  set: Partial<typeof courses.$inferInsert>,
): Promise<void> {
  await tx.update(courses).set(set).where(eq(courses.id, courseId))
}

/** At the end of its course; nothing where it was kept before. */
export async function keepItem(
  tx: Db,
  row: Omit<typeof courseItems.$inferInsert, 'position'>,
): Promise<boolean> {
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${courseItems.position}), 0)` })
    .from(courseItems)
    .where(eq(courseItems.courseId, row.courseId))
  const kept = await tx
    .insert(courseItems)
    .values({ ...row, position: (last?.position ?? 0) + 1 })
    .onConflictDoNothing()
    .returning()
  return kept.length > 0
}

export async function changeItem(
  tx: Db,
  itemId: string,
  set: Partial<typeof courseItems.$inferInsert>,
): Promise<void> {
  await tx.update(courseItems).set(set).where(eq(courseItems.id, itemId))
}

/** Puts items in this order. */
export async function arrangeItems(tx: Db, itemIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update course_items set position = given.at
    from unnest(${sql.param(itemIds)}::uuid[]) with ordinality as given(id, at)
    where course_items.id = given.id`)
}
