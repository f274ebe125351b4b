import { contract } from '@zhixing/contract'
import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import type { Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { reachOf } from '../../../kernel/reach.ts'
import { formOf } from '../../forms/index.ts'
import { addPlanItem } from '../../plans/index.ts'
import { needSentence } from '../rules/need.ts'
import { talliesOf } from '../rules/tally.ts'
import { findAnswers } from '../store/results.ts'
import { changeNeed, keepNeeds, lockNeed } from '../store/needs.ts'
import { findSurvey, lockSurvey } from '../store/surveys.ts'

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
  const { isApproved, note, into } = input
  if (!isApproved && note === '') throw conflict('surveys.why')
  const state = isApproved ? 'approved' : 'refused'
  const entered =
    isApproved && into ? await enterPlan(scene, need, into) : { planId: null, itemId: null }
  const decided = { state, note, decidedBy: actor.accountId, ...entered } as const
  const version = await changeNeed(tx, need, decided)
  return {
    value: { version, itemId: entered.itemId },
    place: need,
    change: {
      subject: `need:${need.id}`,
      before: { state: need.state },
      after: { state, note, ...entered },
    },
  }
})

type Need = NonNullable<Awaited<ReturnType<typeof lockNeed>>>
type Into = NonNullable<Input<typeof contract.surveys.decideNeed>['into']>

/** Becomes an item of the plan, which says from which survey it came and how many asked for it. */
async function enterPlan({ tx, now, actor }: Scene, need: Need, { unitId, planId, ...into }: Into) {
  const survey = await findSurvey(tx, need)
  const { itemId } = await addPlanItem(tx, {
    unitId,
    planId,
    reach: reachOf(actor.appointments, 'plans.write'),
    facts: {
      ...into,
      title: need.title,
      audience: survey?.audience ?? {},
      sessions: 1,
      place: '',
      goalId: null,
      projectId: null,
      problemIds: [],
      parts: [],
      effect: '',
      measure: '',
      targetShare: 0,
    },
    origin: `survey:${need.surveyId}`,
    originSentence: needSentence({ ...need, surveyTitle: survey?.title ?? '' }),
    by: actor.accountId,
    now,
  })
  return { planId, itemId }
}
