import type { OwnScene } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { judgePaper, onPaper } from '../rules/judge.ts'
import type { Answers } from '../rules/judge.ts'
import { changeAttempt } from '../store/quizzes.ts'
import type { Attempt, Quiz } from '../store/quizzes.ts'

/** Judges a paper as it was answered; the moment is the one in which it was handed in, or in which its time ran out. */
export async function settle(
  { tx }: Pick<OwnScene, 'tx'>,
  { attempt, quiz }: { attempt: Attempt; quiz: Quiz },
  { answers, at }: { answers: Answers; at: Date },
): Promise<Attempt> {
  const { right, percent } = judgePaper(attempt.paper, answers)
  const isPassed = percent >= quiz.passPercent
  const isLast = isPassed || attempt.number >= quiz.triesMax
  const again = attempt.phase === 'first' && isLast && quiz.retestDays !== null
  const settled = {
    answers: onPaper(attempt.paper, answers),
    submittedAt: at,
    right,
    percent,
    isPassed,
    retestOn: again ? addDays(dayOf(at), quiz.retestDays ?? 0) : null,
  }
  await changeAttempt(tx, attempt, settled)
  return { ...attempt, ...settled }
}
