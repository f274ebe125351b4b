import { contract } from '@zhixing/contract'
import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import { act } from '../../../kernel/act.ts'
import { minutesFrom } from '../../../kernel/export-ticket.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { answerTickets } from '../steps/answer-tickets.ts'
import { findAnswers } from '../store/results.ts'
import { lockSurvey } from '../store/surveys.ts'

const minutes = 5

/** The address of the file, for a few minutes; what was taken out is traced, what is in it is not. */
export const exportAnswers = act(contract.surveys.export, async (scene, input) => {
  const { tx, now, actor, reach, vault } = scene
  const { format, ...key } = input
  const survey = await lockSurvey(tx, reach, key)
  if (!survey) throw missing('surveys.unknown')
  if (survey.isAnonymous) {
    if (survey.state !== 'ended') throw conflict('surveys.stillOpen')
    const { length } = await findAnswers(tx, survey)
    if (length < anonymityLeast) throw conflict('surveys.hiddenCount')
  }
  const ticket = {
    ...key,
    accountId: actor.accountId,
    until: minutesFrom(now, minutes),
    fileName: `${survey.title}.${format}`,
    format,
  }
  const words = answerTickets.write(ticket, vault)
  return {
    value: { address: `/api/surveys/answers?ticket=${words}` },
    place: survey,
    change: { subject: `survey:${survey.id}`, after: { exported: format } },
  }
})
