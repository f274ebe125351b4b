import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { members } from '../members/table.ts'
import { courseNotes, courseRatings, courseRemarks } from './table.ts'

type Whose = { readonly unitId: string; readonly memberId: string }

export async function keepRemark(tx: Db, row: typeof courseRemarks.$inferInsert) {
  const kept = await tx.insert(courseRemarks).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

export async function findRemark(db: Reader, remarkId: string) {
  const [row] = await db.select().from(courseRemarks).where(eq(courseRemarks.id, remarkId))
  return row
}

export async function lockRemark(tx: Db, courseId: string, remarkId: string) {
  const [row] = await tx
    .select()
    .from(courseRemarks)
    .where(and(eq(courseRemarks.id, remarkId), eq(courseRemarks.courseId, courseId)))
    .for('update')
  return row
}

export async function hideRemark(
  tx: Db,
  remarkId: string,
  set: { readonly hiddenAt: Date; readonly hiddenBy: string; readonly hiddenReason: string },
): Promise<void> {
  await tx
    .update(courseRemarks)
    .set({ ...set, minutes: 0 })
    .where(eq(courseRemarks.id, remarkId))
}

/** What somebody's remarks on a course were credited with; one at a time for each person and course. */
export async function creditedBefore(tx: Db, { memberId }: Whose, courseId: string) {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`remarks ${memberId} ${courseId}`}, 0))`,
  )
  return creditedFor(tx, memberId, courseId)
}

export async function creditedFor(db: Reader, memberId: string, courseId: string) {
  const [row] = await db
    .select({ minutes: sql<number>`coalesce(sum(${courseRemarks.minutes}), 0)::int` })
    .from(courseRemarks)
    .where(
      and(
        eq(courseRemarks.memberId, memberId),
        eq(courseRemarks.courseId, courseId),
        isNull(courseRemarks.hiddenAt),
      ),
    )
  return row?.minutes ?? 0
}

export async function keepNote(tx: Db, row: typeof courseNotes.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(courseNotes).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

export async function findNotes(db: Reader, { unitId, memberId }: Whose, courseId: string) {
  return db
    .select()
    .from(courseNotes)
    .where(
      and(
        eq(courseNotes.unitId, unitId),
        eq(courseNotes.memberId, memberId),
        eq(courseNotes.courseId, courseId),
      ),
    )
    .orderBy(desc(courseNotes.at))
}

export async function keepRating(tx: Db, row: typeof courseRatings.$inferInsert): Promise<void> {
  const { stars, text, at } = row
  await tx
    .insert(courseRatings)
    .values(row)
    .onConflictDoUpdate({
      target: [courseRatings.unitId, courseRatings.memberId, courseRatings.courseId],
      set: { stars, text, at },
    })
}

export async function findRating(db: Reader, { unitId, memberId }: Whose, courseId: string) {
  const [row] = await db
    .select()
    .from(courseRatings)
    .where(
      and(
        eq(courseRatings.unitId, unitId),
        eq(courseRatings.memberId, memberId),
        eq(courseRatings.courseId, courseId),
      ),
    )
  return row
}

/** How many have rated a course, and with how many stars in all. */
export async function countRatings(db: Reader, courseId: string) {
  const [row] = await db
    .select({
      count: sql<number>`count(*)::int`,
      stars: sql<number>`coalesce(sum(${courseRatings.stars}), 0)::int`,
    })
    .from(courseRatings)
    .where(eq(courseRatings.courseId, courseId))
  return row ?? { count: 0, stars: 0 }
}

/** Every rating of a course, with how old who gave it was born. */
export async function findRatings(db: Reader, courseId: string) {
  return db
    .select({
      stars: courseRatings.stars,
      text: courseRatings.text,
      at: courseRatings.at,
      bornOn: members.bornOn,
    })
    .from(courseRatings)
    .innerJoin(
      members,
      and(eq(members.unitId, courseRatings.unitId), eq(members.id, courseRatings.memberId)),
    )
    .where(eq(courseRatings.courseId, courseId))
    .orderBy(desc(courseRatings.at))
}
