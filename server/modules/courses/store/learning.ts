import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, unitByUnit } from '../../../kernel/many.ts'
import { beginCourse } from './learners.ts'
import { courseItems, courseLearners, courseProgress, courses, watchClocks } from '../table.ts'

export type Progress = typeof courseProgress.$inferSelect

type Learning = {
  readonly unitId: string
  readonly memberId: string
  readonly courseId: string
  readonly itemId: string
  readonly now: Date
}

/** From the first look on there is a row for each, so that later calls have something to hold. */
export async function beginItem(tx: Db, learning: Learning): Promise<Progress> {
  const { unitId, memberId, courseId, itemId, now } = learning
  const whose = { unitId, memberId }
  await tx.insert(watchClocks).values(whose).onConflictDoNothing()
  await beginCourse(tx, learning)
  const [row] = await tx
    .insert(courseProgress)
    .values({ ...whose, courseId, itemId, startedAt: now, seenAt: now })
    .onConflictDoUpdate({
      target: [courseProgress.unitId, courseProgress.memberId, courseProgress.itemId],
      set: { seenAt: now },
    })
    .returning()
  if (!row) throw new Error('the progress was not kept')
  return row
}

/** How far these members have come, and how much of their day is spent, held still in one order for all. */
export async function holdProgress(
  tx: Db,
  keys: readonly { readonly unitId: string; readonly memberId: string; readonly itemId: string }[],
) {
  const byUnit = Map.groupBy(keys, ({ unitId }) => unitId)
  return unitByUnit(byUnit.keys(), (unitId) => holdInUnit(tx, unitId, byUnit.get(unitId) ?? []))
}

function holdInUnit(
  tx: Db,
  unitId: string,
  keys: readonly { readonly memberId: string; readonly itemId: string }[],
) {
  return tx
    .select({
      id: courseProgress.id,
      unitId: courseProgress.unitId,
      memberId: courseProgress.memberId,
      courseId: courseProgress.courseId,
      itemId: courseProgress.itemId,
      seenAt: courseProgress.seenAt,
      spans: courseProgress.spans,
      watchedSeconds: courseProgress.watchedSeconds,
      positionMs: courseProgress.positionMs,
      completedAt: courseProgress.completedAt,
      asked: courseProgress.asked,
      checks: courseItems.checks,
      clockId: watchClocks.id,
      spent: watchClocks.spent,
      lengthSeconds: courseItems.seconds,
      watchPercent: courses.watchPercent,
    })
    .from(courseProgress)
    .innerJoin(
      watchClocks,
      and(
        eq(watchClocks.unitId, courseProgress.unitId),
        eq(watchClocks.memberId, courseProgress.memberId),
      ),
    )
    .innerJoin(courseItems, eq(courseItems.id, courseProgress.itemId))
    .innerJoin(courses, eq(courses.id, courseProgress.courseId))
    .where(
      and(
        eq(courseProgress.unitId, unitId),
        oneOf(
          courseProgress.memberId,
          keys.map(({ memberId }) => memberId),
        ),
        oneOf(
          courseProgress.itemId,
          keys.map(({ itemId }) => itemId),
        ),
      ),
    )
    .orderBy(asc(watchClocks.id), asc(courseProgress.id))
    .for('update', { of: [watchClocks, courseProgress] })
}

export type Held = Awaited<ReturnType<typeof holdProgress>>[number]

type Watch = Pick<Held, 'id' | 'unitId' | 'spans' | 'watchedSeconds' | 'positionMs' | 'seenAt'>

/** Writes down how far each has come; the rows are held. */
export async function keepWatched(tx: Db, rows: readonly Watch[]): Promise<void> {
  if (rows.length === 0) return
  const column = (pick: (row: Watch) => unknown) => sql.param(rows.map(pick))
  await tx.execute(sql`
    update course_progress set spans = given.spans::jsonb, watched_seconds = given.seconds,
      position_ms = given.at, seen_at = given.seen
    from unnest(${column(({ unitId }) => unitId)}::uuid[], ${column(({ id }) => id)}::uuid[],
      ${column(({ spans }) => JSON.stringify(spans))}::text[],
      ${column(({ watchedSeconds }) => watchedSeconds)}::int[],
      ${column(({ positionMs }) => positionMs)}::int[],
      ${column(({ seenAt }) => seenAt.toISOString())}::timestamptz[])
      as given(unit_id, id, spans, seconds, at, seen)
    where course_progress.unit_id = given.unit_id and course_progress.id = given.id
      and course_progress.unit_id = any(${column(({ unitId }) => unitId)}::uuid[])`)
}

type Planned = Pick<Progress, 'id' | 'unitId' | 'asked'>

/** Writes down what a recording asked and what was said, where that is new. */
export async function keepAsked(tx: Db, { unitId, id, asked }: Planned): Promise<void> {
  await tx
    .update(courseProgress)
    .set({ asked })
    .where(and(eq(courseProgress.unitId, unitId), eq(courseProgress.id, id)))
}

type Clock = Pick<Held, 'clockId' | 'unitId' | 'spent'>

export async function keepClocks(tx: Db, rows: readonly Clock[]): Promise<void> {
  if (rows.length === 0) return
  const column = (pick: (row: Clock) => unknown) => sql.param(rows.map(pick))
  await tx.execute(sql`
    update watch_clocks set spent = given.spent::jsonb
    from unnest(${column(({ unitId }) => unitId)}::uuid[],
      ${column(({ clockId }) => clockId)}::uuid[],
      ${column(({ spent }) => JSON.stringify(spent))}::text[]) as given(unit_id, id, spent)
    where watch_clocks.unit_id = given.unit_id and watch_clocks.id = given.id
      and watch_clocks.unit_id = any(${column(({ unitId }) => unitId)}::uuid[])`)
}

type Whose = { readonly unitId: string; readonly memberId: string }

/** Marks an item as done; false where it was done before. */
export async function completeItem(
  tx: Db,
  {
    unitId,
    memberId,
    itemId,
    now,
    score,
  }: Whose & Pick<Learning, 'itemId' | 'now'> & { score?: number },
): Promise<boolean> {
  const done = await tx
    .update(courseProgress)
    .set({ completedAt: now, ...(score === undefined ? {} : { score }) })
    .where(
      and(
        eq(courseProgress.unitId, unitId),
        eq(courseProgress.memberId, memberId),
        eq(courseProgress.itemId, itemId),
        isNull(courseProgress.completedAt),
      ),
    )
    .returning({ id: courseProgress.id })
  return done.length > 0
}

/** How many items of a course somebody has not done yet. */
export async function countOpenItems(
  db: Reader,
  { unitId, memberId, courseId }: Whose & { readonly courseId: string },
): Promise<number> {
  const [row] = await db
    .select({ open: sql<number>`count(*)::int` })
    .from(courseItems)
    .leftJoin(
      courseProgress,
      and(
        eq(courseProgress.itemId, courseItems.id),
        eq(courseProgress.unitId, unitId),
        eq(courseProgress.memberId, memberId),
        isNotNull(courseProgress.completedAt),
      ),
    )
    .where(
      and(
        eq(courseItems.courseId, courseId),
        isNull(courseItems.removedAt),
        isNull(courseProgress.id),
      ),
    )
  return row?.open ?? 0
}

/** Every row of a member for a course, in whichever unit: who moved has learnt it all the same. */
export async function holdLearner(tx: Db, memberId: string, courseId: string) {
  const own = and(eq(courseLearners.memberId, memberId), eq(courseLearners.courseId, courseId))
  const units = await tx
    .selectDistinct({ unitId: courseLearners.unitId })
    .from(courseLearners)
    .where(own)
  return unitByUnit(
    units.map(({ unitId }) => unitId),
    (unitId) =>
      tx
        .select()
        .from(courseLearners)
        .where(and(eq(courseLearners.unitId, unitId), own))
        .for('update'),
  )
}

export async function completeCourse(
  tx: Db,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  set: { readonly completedAt: Date; readonly postedMinutes: number },
): Promise<void> {
  await tx
    .update(courseLearners)
    .set(set)
    .where(and(eq(courseLearners.unitId, unitId), eq(courseLearners.id, id)))
}

export async function progressOf(db: Reader, { unitId, memberId }: Whose, courseId: string) {
  const rows = await db
    .select()
    .from(courseProgress)
    .where(
      and(
        eq(courseProgress.unitId, unitId),
        eq(courseProgress.memberId, memberId),
        eq(courseProgress.courseId, courseId),
      ),
    )
  return new Map(rows.map((row) => [row.itemId, row]))
}

export async function findLearner(db: Reader, { unitId, memberId }: Whose, courseId: string) {
  const [row] = await db
    .select()
    .from(courseLearners)
    .where(
      and(
        eq(courseLearners.unitId, unitId),
        eq(courseLearners.memberId, memberId),
        eq(courseLearners.courseId, courseId),
      ),
    )
  return row
}

/** Which items of these courses somebody has done. */
export async function findDoneItems(
  db: Reader,
  { unitId, memberId }: Whose,
  courseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ itemId: courseProgress.itemId })
    .from(courseProgress)
    .where(
      and(
        eq(courseProgress.unitId, unitId),
        eq(courseProgress.memberId, memberId),
        oneOf(courseProgress.courseId, courseIds),
        isNotNull(courseProgress.completedAt),
      ),
    )
  return new Set(rows.map(({ itemId }) => itemId))
}
