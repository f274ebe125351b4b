import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { quizAttempts, quizzes } from '../table.ts'

/** Whose second time has come, who has not begun it and was not told. */
export async function dueRetests(db: Reader, day: string) {
  return db
    .select({
      unitId: quizAttempts.unitId,
      attemptId: quizAttempts.id,
      quizId: quizzes.id,
      path: quizzes.path,
      title: quizzes.title,
      personId: quizAttempts.personId,
    })
    .from(quizAttempts)
    .innerJoin(
      quizzes,
      and(eq(quizzes.unitId, quizAttempts.unitId), eq(quizzes.id, quizAttempts.quizId)),
    )
    .where(
      and(
        lte(quizAttempts.retestOn, day),
        isNull(quizzes.withdrawnAt),
        sql`not exists (select 1 from quiz_attempts again where again.unit_id = ${quizAttempts.unitId}
          and again.quiz_id = ${quizAttempts.quizId} and again.person_id = ${quizAttempts.personId}
          and again.phase = 'retest')`,
        sql`not exists (select 1 from notices where notices.unit_id = ${quizAttempts.unitId}
          and notices.key = 'retest:' || ${quizAttempts.id})`,
      ),
    )
    .limit(500)
}
