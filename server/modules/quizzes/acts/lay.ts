import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { layQuiz } from '../steps/lay.ts'
import { addContent } from '../../courses/index.ts'
import { changeQuiz, findQuiz } from '../store/quizzes.ts'

export const create = act(
  contract.quizzes.create,
  async (scene, { organizationId, quizId, ...form }) => {
    const place = await layQuiz(scene, { organizationId, quizId }, form)
    const change = { subject: `quiz:${quizId}`, after: { title: form.title, kind: form.kind } }
    return { value: { unitId: place.unitId, quizId }, place, change }
  },
)

/** Nobody begins it any more; what was reached stays. */
export const withdraw = act(contract.quizzes.withdraw, async ({ tx, now, reach }, key) => {
  const quiz = await findQuiz(tx, key)
  if (!quiz || !covers(reach, quiz.path)) throw missing('quizzes.unknown')
  await changeQuiz(tx, quiz, { withdrawnAt: now })
  const subject = `quiz:${quiz.id}`
  return { value: {}, place: quiz, change: { subject, after: { withdrawn: true } } }
})

/** The quiz becomes one item of a course: passed, it is done. */
export const addToCourse = act(
  contract.quizzes.addToCourse,
  async ({ tx, now, actor, reach }, { courseId, itemId, ...key }) => {
    const quiz = await findQuiz(tx, key)
    const isNear = quiz && (covers(reach, quiz.path) || covers([quiz.path], actor.place.path))
    if (!quiz || !isNear) throw missing('quizzes.unknown')
    const made = { kind: 'quiz', madeId: quiz.id, madeUnitId: quiz.unitId } as const
    const item = { courseId, itemId, title: quiz.title, seconds: quiz.minutes * 60 }
    const place = await addContent(tx, reach, { ...made, ...item, now })
    const subject = `course:${courseId}`
    return { value: {}, place, change: { subject, after: { quiz: quiz.id, itemId } } }
  },
)
