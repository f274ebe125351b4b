import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { quizAttempts, quizzes } from '../table.ts'

export type QuizKey = { readonly unitId: string; readonly quizId: string }
export type Quiz = typeof quizzes.$inferSelect
export type Attempt = typeof quizAttempts.$inferSelect

export async function keepQuiz(tx: Db, row: typeof quizzes.$inferInsert): Promise<void> {
  await tx.insert(quizzes).values(row).onConflictDoNothing()
}

export async function findQuiz(db: Reader, { unitId, quizId }: QuizKey): Promise<Quiz | undefined> {
  const [row] = await db
    .select()
    .from(quizzes)
    .where(and(eq(quizzes.unitId, unitId), eq(quizzes.id, quizId), isNull(quizzes.withdrawnAt)))
  return row
}

export async function changeQuiz(
  tx: Db,
  { unitId, id }: Quiz,
  set: Partial<typeof quizzes.$inferInsert>,
): Promise<void> {
  await tx
    .update(quizzes)
    .set(set)
    .where(and(eq(quizzes.unitId, unitId), eq(quizzes.id, id)))
}

/** All sittings of one person at one quiz, in order. Who begins twice at once comes one after the other. */
export async function holdSittings(
  tx: Db,
  { unitId, quizId }: QuizKey,
  personId: string,
): Promise<Attempt[]> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`quiz ${quizId} ${personId}`}, 0))`,
  )
  return tx
    .select()
    .from(quizAttempts)
    .where(
      and(
        eq(quizAttempts.unitId, unitId),
        eq(quizAttempts.quizId, quizId),
        eq(quizAttempts.personId, personId),
      ),
    )
    .orderBy(asc(quizAttempts.startedAt))
}

export async function keepAttempt(tx: Db, row: typeof quizAttempts.$inferInsert): Promise<Attempt> {
  const [kept] = await tx.insert(quizAttempts).values(row).returning()
  if (!kept) throw new Error('the sitting was not kept')
  return kept
}

type AttemptKey = { readonly unitId: string; readonly attemptId: string }

export async function findAttempt(db: Reader, { unitId, attemptId }: AttemptKey) {
  const [row] = await db
    .select({ attempt: quizAttempts, quiz: quizzes })
    .from(quizAttempts)
    .innerJoin(
      quizzes,
      and(eq(quizzes.unitId, quizAttempts.unitId), eq(quizzes.id, quizAttempts.quizId)),
    )
    .where(and(eq(quizAttempts.unitId, unitId), eq(quizAttempts.id, attemptId)))
  return row
}

export async function lockAttempt(tx: Db, { unitId, attemptId }: AttemptKey) {
  const [row] = await tx
    .select({ attempt: quizAttempts, quiz: quizzes })
    .from(quizAttempts)
    .innerJoin(
      quizzes,
      and(eq(quizzes.unitId, quizAttempts.unitId), eq(quizzes.id, quizAttempts.quizId)),
    )
    .where(and(eq(quizAttempts.unitId, unitId), eq(quizAttempts.id, attemptId)))
    .for('update', { of: quizAttempts })
  return row
}

export async function changeAttempt(
  tx: Db,
  { unitId, id }: Attempt,
  set: Partial<typeof quizAttempts.$inferInsert>,
): Promise<void> {
  await tx
    .update(quizAttempts)
    .set(set)
    .where(and(eq(quizAttempts.unitId, unitId), eq(quizAttempts.id, id)))
}
