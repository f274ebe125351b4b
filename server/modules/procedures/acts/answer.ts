import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { answerOpinion, findOpinion } from '../store.ts'

/** Whoever was sent the address answers once, by name, and only what they were asked. */
export const answer = openAct(contract.procedures.answer, async ({ tx, now }, input) => {
  const found = await findOpinion(tx, input.code)
  if (!found) throw missing('procedures.questionUnknown')
  const { opinion, path } = found
  if (opinion.dueOn < dayOf(now)) throw conflict('procedures.questionOver', { 日期: opinion.dueOn })
  const given = { answer: input.answer, text: input.text, answeredByName: input.name }
  if (!(await answerOpinion(tx, opinion, { ...given, answeredAt: now })))
    throw conflict('procedures.answered')
  return {
    value: {},
    place: { unitId: opinion.unitId, path },
    change: { subject: `case:${opinion.caseId}`, after: { 部门: opinion.department, ...given } },
  }
})
