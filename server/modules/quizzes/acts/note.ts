import { contract } from '@zhixing/contract'
import { noteMarks } from '@zhixing/contract/quiz-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { changeAttempt, lockAttempt } from '../store/quizzes.ts'

/** What somebody takes from it, and what it changes at their work; until it was found good enough it may be rewritten. */
export const writeNote = ownAct(
  contract.quizzes.writeNote,
  async ({ tx, actor }, { note, applied, ...key }) => {
    const found = await lockAttempt(tx, key)
    if (found?.attempt.personId !== actor.personId) throw missing('quizzes.attempt')
    const { attempt } = found
    if (!attempt.submittedAt) throw conflict('quizzes.notSubmitted')
    if (attempt.noteMark && attempt.noteMark !== 'redo')
      throw conflict('quizzes.noteKept', { 评语: noteMarks[attempt.noteMark] })
    await changeAttempt(tx, attempt, { note, applied, noteMark: null })
    const subject = `quiz:${attempt.quizId}`
    return { value: {}, place: actor.place, change: { subject, after: { note: note.length } } }
  },
)

export const reviewNote = act(
  contract.quizzes.reviewNote,
  async ({ tx, actor, reach }, { mark, comment, ...key }) => {
    const found = await lockAttempt(tx, key)
    if (!found || !covers(reach, found.attempt.personPath)) throw missing('quizzes.attempt')
    const { attempt } = found
    if (attempt.personId === actor.personId) throw conflict('quizzes.ownNote')
    if (attempt.note === null) throw conflict('quizzes.noteFirst')
    await changeAttempt(tx, attempt, { noteMark: mark, noteComment: comment })
    return {
      value: {},
      place: { unitId: attempt.unitId, path: attempt.personPath },
      change: {
        subject: `quiz:${attempt.quizId}`,
        before: { mark: attempt.noteMark },
        after: { mark, comment },
      },
    }
  },
)
