import { contract } from '@zhixing/contract'
import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { formOf } from '../../forms/index.ts'
import { talliesOf } from '../rules/tally.ts'
import { findAnswers } from '../store/results.ts'
import { changeNeed, keepNeeds, lockNeed } from '../store/needs.ts'
import { lockSurvey } from '../store/surveys.ts'

/** What many chose becomes a need, with how many chose it. */
export const addNeeds = act(contract.surveys.addNeeds, async (scene, input) => {
  const { tx, now, reach } = scene
  const survey = await lockSurvey(tx, reach, input)
  if (!survey) throw missing('surveys.unknown')
  if (survey.state !== 'ended') throw conflict('surveys.stillOpen')
  const definition = await formOf(tx, survey)
  const question = definition.questions.find(({ id }) => id === input.questionId)
  const all = (await findAnswers(tx, survey)).map(({ answers }) => answers)
  if (survey.isAnonymous && all.length < anonymityLeast) throw conflict('surveys.hiddenCount')
  const tally = talliesOf(definition, all).find(({ questionId }) => questionId === question?.id)
  const rows = [...new Set(input.optionIds)].map((optionId) => {
    const option = question?.options.find(({ id }) => id === optionId)
    if (!question || !option) throw conflict('surveys.noOption')
    const { unitId, organizationId, path, id: surveyId } = survey
    const support = tally?.counts[optionId] ?? 0
    const reason = `“${question.title}”：${support} 人选，共 ${all.length} 份答卷`
    const place = { unitId, id: newId(), surveyId, organizationId, path }
    const from = { questionId: question.id, optionId, title: option.text.slice(0, 100) }
    const cohort = survey.groups.map(({ name }) => name).join('、')
    const fresh = { state: 'proposed', note: '', version: 1, at: now } as const
    return { ...place, ...from, reason, cohort, support, ...fresh }
  })
  const added = await keepNeeds(tx, rows)
  return {
    value: { added },
    place: survey,
    change:
      added > 0
        ? { subject: `survey:${survey.id}`, after: { needs: rows.map(({ title }) => title) } }
        : 'none',
  }
})

export const decideNeed = act(contract.surveys.decideNeed, async (scene, input) => {
  const { tx, actor, reach } = scene
  const need = await lockNeed(tx, reach, input)
  if (!need) throw missing('surveys.needUnknown')
  if (need.state !== 'proposed') throw conflict('surveys.decided')
  if (need.version !== input.version) throw conflict('input.stale')
  const { isApproved, note } = input
  if (!isApproved && note === '') throw conflict('surveys.why')
  const state = isApproved ? 'approved' : 'refused'
  const version = await changeNeed(tx, need, { state, note, decidedBy: actor.accountId })
  return {
    value: { version },
    place: need,
    change: { subject: `need:${need.id}`, before: { state: need.state }, after: { state, note } },
  }
})
