import { dayOf } from '../../../kernel/calendar.ts'
import type { Attempt, Quiz } from '../store/quizzes.ts'

/** A paper for the one who answers it: what is right is not on it. */
export function paperOf(attempt: Attempt, quiz: Quiz, now: Date) {
  const { unitId, id: attemptId, phase, paper, startedAt, dueAt } = attempt
  return {
    unitId,
    attemptId,
    title: quiz.title,
    phase,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    now: now.toISOString(),
    questions: paper.map(({ kind, text, options }, at) => ({
      id: String(at + 1),
      kind,
      text,
      options: [...options],
    })),
    answers: answersOf(attempt),
  }
}

function answersOf({ answers }: Attempt): Record<string, string[]> {
  return Object.fromEntries(Object.entries(answers).map(([id, given]) => [id, [...given]]))
}

/** What came of it. Keys are told where nobody can use them any more: in a contest, when the round is over. */
export function resultOf(attempt: Attempt, quiz: Quiz, now: Date) {
  const { unitId, id: attemptId, phase, paper, percent, right, isPassed, submittedAt } = attempt
  const isSecret = quiz.kind === 'contest' && dayOf(now) <= quiz.closesOn
  const mayTryAgain = phase === 'first' && !isPassed && attempt.number < quiz.triesMax
  return {
    unitId,
    attemptId,
    title: quiz.title,
    phase,
    percent: percent ?? 0,
    right: right ?? 0,
    total: paper.length,
    isPassed: isPassed ?? false,
    submittedAt: (submittedAt ?? now).toISOString(),
    retestOn: attempt.retestOn,
    review:
      isSecret || mayTryAgain
        ? null
        : paper.map(({ kind, text, options, keys, explanation }, at) => ({
            id: String(at + 1),
            kind,
            text,
            options: [...options],
            keys: [...keys],
            given: [...(attempt.answers[String(at + 1)] ?? [])],
            explanation,
          })),
  }
}

type Noted = Pick<Attempt, 'note' | 'applied' | 'noteMark' | 'noteComment'>

export function noteOf({ note, applied, noteMark, noteComment }: Noted) {
  return note === null ? null : { note, applied, mark: noteMark, comment: noteComment }
}
