import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { openView } from '../../../kernel/view.ts'
import { findOpinion } from '../store.ts'

/** What somebody outside was asked: the question itself, and nothing about the case behind it. */
export const question = openView(contract.procedures.question, async ({ db, now }, { code }) => {
  const found = await findOpinion(db, code)
  if (!found || found.opinion.dueOn < dayOf(now)) throw missing('procedures.questionUnknown')
  const { department, question: text, dueOn, answeredAt } = found.opinion
  return { department, question: text, dueOn, isAnswered: answeredAt !== null }
})
