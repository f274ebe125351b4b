import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { courseAirings, courseHonours, courseOrders, courses } from '../table.ts'

export async function keepHonour(tx: Db, row: typeof courseHonours.$inferInsert) {
  const kept = await tx.insert(courseHonours).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

export async function keepAiring(tx: Db, row: typeof courseAirings.$inferInsert) {
  const kept = await tx.insert(courseAirings).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

export async function honoursOf(db: Reader, courseIds: readonly string[]) {
  const rows = await db
    .select()
    .from(courseHonours)
    .where(oneOf(courseHonours.courseId, courseIds))
    .orderBy(asc(courseHonours.on))
  return Map.groupBy(rows, ({ courseId }) => courseId)
}

export async function airingsOf(db: Reader, courseId: string) {
  return db
    .select()
    .from(courseAirings)
    .where(eq(courseAirings.courseId, courseId))
    .orderBy(desc(courseAirings.airedOn))
}

/** Documents that are released, for comparing courses on policy with them. */
export async function findDocuments(db: Reader, path: string) {
  const root = `/${path.split('/')[1]}/`
  const rows = await db
    .select({ title: courses.title, category: courses.category, issuedOn: courses.issuedOn })
    .from(courses)
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(
      and(
        eq(courses.genre, 'document'),
        eq(courses.state, 'published'),
        within([root], organizations.path),
      ),
    )
    .orderBy(desc(courses.issuedOn))
  return rows.flatMap(({ issuedOn, ...row }) => (issuedOn === null ? [] : [{ ...row, issuedOn }]))
}

export async function keepOrder(tx: Db, row: typeof courseOrders.$inferInsert) {
  const kept = await tx.insert(courseOrders).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

/** Ordered for a place within the reach, held still. */
export async function lockOrder(tx: Db, reach: Reach, orderId: string) {
  const [row] = await tx
    .select({ order: courseOrders, path: organizations.path, unitId: organizations.unitId })
    .from(courseOrders)
    .innerJoin(organizations, eq(organizations.id, courseOrders.organizationId))
    .where(and(eq(courseOrders.id, orderId), within(reach, organizations.path)))
    .for('update', { of: courseOrders })
  return row
}

export async function withdrawOrderAt(tx: Db, orderId: string, now: Date): Promise<void> {
  await tx.update(courseOrders).set({ withdrawnAt: now }).where(eq(courseOrders.id, orderId))
}

/** What was ordered for where somebody stands and is not withdrawn. */
export async function findOrdersFor(db: Reader, path: string) {
  return db
    .select({
      courseId: courseOrders.courseId,
      dueOn: courseOrders.dueOn,
      from: organizations.name,
    })
    .from(courseOrders)
    .innerJoin(organizations, eq(organizations.id, courseOrders.organizationId))
    .where(and(isNull(courseOrders.withdrawnAt), atOrAbove(path, organizations.path)))
    .orderBy(asc(courseOrders.dueOn))
}
