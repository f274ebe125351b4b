import { and, asc, eq, inArray, isNull, lte, ne } from 'drizzle-orm'
import { unlessTaken } from './kept.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import type { PersonKey } from '../rules/person.ts'
import { classEnrolments } from '../table.ts'
import type { ClassKey } from './classes.ts'

export type Enrolment = typeof classEnrolments.$inferSelect
export type NewEnrolment = typeof classEnrolments.$inferInsert
type EnrolmentKey = Pick<Enrolment, 'unitId' | 'id'>

export async function findEnrolment(db: Reader, { unitId, id }: EnrolmentKey) {
  const [row] = await db
    .select()
    .from(classEnrolments)
    .where(and(eq(classEnrolments.unitId, unitId), eq(classEnrolments.id, id)))
  return row
}

export async function findEnrolmentOf(
  db: Reader,
  { unitId, classId }: ClassKey,
  { memberUnitId, memberId }: PersonKey,
) {
  const [row] = await db
    .select()
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.classId, classId),
        eq(classEnrolments.memberUnitId, memberUnitId),
        eq(classEnrolments.memberId, memberId),
      ),
    )
  return row
}

export async function lockEnrolment(tx: Db, { unitId, id }: EnrolmentKey) {
  const [row] = await tx
    .select()
    .from(classEnrolments)
    .where(and(eq(classEnrolments.unitId, unitId), eq(classEnrolments.id, id)))
    .for('update')
  return row
}

/** The rows of these members in a class, held still; the quotas are held already. */
export async function lockEnrolmentsOf(
  tx: Db,
  { unitId, classId }: ClassKey,
  memberIds: readonly string[],
): Promise<Enrolment[]> {
  return tx
    .select()
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.classId, classId),
        oneOf(classEnrolments.memberId, memberIds),
      ),
    )
    .orderBy(asc(classEnrolments.id))
    .for('update')
}

/** Kept, or nothing where the member has a row in this class already. */
export async function keepEnrolment(tx: Db, row: NewEnrolment): Promise<boolean> {
  return unlessTaken(
    tx
      .insert(classEnrolments)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: classEnrolments.id }),
  )
}

/** Many at once, whom the class did not know. */
export async function keepEnrolments(tx: Db, rows: readonly NewEnrolment[]): Promise<void> {
  if (rows.length > 0) await tx.insert(classEnrolments).select(rowsOf(classEnrolments, rows))
}

/** Which of these members the class knows, whether they sit in it, wait or have left. */
export async function findKnown(
  db: Reader,
  { unitId, classId }: ClassKey,
  memberIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .select({ memberId: classEnrolments.memberId })
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.classId, classId),
        oneOf(classEnrolments.memberId, memberIds),
      ),
    )
  return rows.flatMap(({ memberId }) => memberId ?? [])
}

export async function changeEnrolment(
  tx: Db,
  { unitId, id, version }: EnrolmentKey & Pick<Enrolment, 'version'>,
  changes: Partial<typeof classEnrolments.$inferInsert>,
): Promise<void> {
  await tx
    .update(classEnrolments)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(classEnrolments.unitId, unitId), eq(classEnrolments.id, id)))
}

/** Those who wait for seats of a quota, the first in line first, held still. */
export async function lockWaiting(
  tx: Db,
  { unitId, quotaId }: { readonly unitId: string; readonly quotaId: string },
  count: number,
) {
  return tx
    .select()
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.quotaId, quotaId),
        eq(classEnrolments.state, 'waiting'),
      ),
    )
    .orderBy(asc(classEnrolments.queue))
    .limit(count)
    .for('update')
}

/** Which place in the line a number has, from 1. */
export async function positionOf(
  db: Reader,
  { unitId, quotaId, queue }: Pick<Enrolment, 'unitId' | 'quotaId' | 'queue'>,
): Promise<number | null> {
  if (queue === null || quotaId === null) return null
  return db.$count(
    classEnrolments,
    and(
      eq(classEnrolments.unitId, unitId),
      eq(classEnrolments.quotaId, quotaId),
      eq(classEnrolments.state, 'waiting'),
      lte(classEnrolments.queue, queue),
    ),
  )
}

/** How many sit in the class without a quota: people who are no members, observers left out. */
export async function countOutsiders(db: Reader, { unitId, classId }: ClassKey): Promise<number> {
  return db.$count(
    classEnrolments,
    and(
      eq(classEnrolments.unitId, unitId),
      eq(classEnrolments.classId, classId),
      eq(classEnrolments.state, 'enrolled'),
      isNull(classEnrolments.memberId),
      ne(classEnrolments.learnerKind, 'observer'),
    ),
  )
}

/** Everybody who has a seat, by name; or who is in some other standing. */
export async function findLearners(
  db: Reader,
  { unitId, classId }: ClassKey,
  states: readonly Enrolment['state'][] = ['enrolled'],
) {
  return db
    .select()
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.classId, classId),
        inArray(classEnrolments.state, [...states]),
      ),
    )
    .orderBy(asc(classEnrolments.nameKey), asc(classEnrolments.id))
}
