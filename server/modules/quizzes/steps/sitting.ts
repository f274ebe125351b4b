import type { OwnScene } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { itemsMadeOf } from '../../courses/index.ts'
import { rankingOf, roundsOf } from '../store/contests.ts'
import { findQuiz, lockAttempt } from '../store/quizzes.ts'
import type { Attempt, Quiz, QuizKey } from '../store/quizzes.ts'

type Sitting = Pick<OwnScene, 'tx' | 'now' | 'actor'>

/** A quiz that is for the one who asks: laid where they stand or above, or part of a course they may learn from. */
export async function requireQuiz(
  { tx, actor }: Pick<OwnScene, 'tx' | 'actor'>,
  key: QuizKey,
): Promise<Quiz> {
  const quiz = await findQuiz(tx, key)
  if (!quiz) throw missing('quizzes.unknown')
  if (covers([quiz.path], actor.place.path)) return quiz
  const items = await itemsMadeOf(tx, actor, { kind: 'quiz', madeId: quiz.id })
  if (items.length === 0) throw missing('quizzes.unknown')
  return quiz
}

/** In a contest, only who came far enough goes on; and not before it is known who that is. */
export async function admit(tx: Db, quiz: Quiz, personId: string, day: string): Promise<void> {
  const { contestId, round, admits, unitId } = quiz
  if (!contestId || !round || admits === null) return
  const before = (await roundsOf(tx, { unitId, contestId })).find((one) => one.round === round - 1)
  if (!before) return
  if (day <= before.closesOn) throw conflict('quizzes.roundOpen')
  const ranking = await rankingOf(tx, before)
  const own = ranking.find((one) => one.personId === personId)
  if (!own || own.rank > admits) throw conflict('quizzes.notAdmitted', { 名额: admits })
}

/** One's own paper, held still, as long as it is not handed in. */
export async function requireOpen(
  { tx, actor }: Sitting,
  key: { readonly unitId: string; readonly attemptId: string },
): Promise<{ attempt: Attempt; quiz: Quiz }> {
  const found = await lockAttempt(tx, key)
  if (found?.attempt.personId !== actor.personId) throw missing('quizzes.attempt')
  if (found.attempt.submittedAt) throw conflict('quizzes.submitted')
  return found
}

const graceMillis = 10_000

/** What is on its way when the bell rings still counts. */
export function isLate({ dueAt }: Attempt, now: Date): boolean {
  return now.getTime() > dueAt.getTime() + graceMillis
}
