import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { findResponse, keepAssessment } from '../store/answers.ts'
import { lockSurvey } from '../store/surveys.ts'

/** The branch's word on what a member found about themself; the member is told. */
export const assess = act(contract.surveys.assess, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, surveyId, memberUnitId, memberId, grade, comment } = input
  const survey = await lockSurvey(tx, reach, { unitId, surveyId })
  if (!survey) throw missing('surveys.unknown')
  if (survey.isAnonymous) throw conflict('surveys.noPeople')
  const response = await findResponse(tx, input, { memberUnitId, memberId })
  if (!response) throw conflict('surveys.notAnswered')
  const isSame = response.grade === grade && response.comment === comment
  if (!isSame) {
    await keepAssessment(tx, response, { grade, comment, assessedBy: actor.accountId })
    await sendNotice(tx, {
      unitId,
      path: survey.path,
      key: `survey-assessed:${surveyId}:${memberId}`,
      kind: 'survey',
      from: actor.name,
      fromId: actor.accountId,
      title: `支部已评价：${survey.title}`.slice(0, 100),
      body: '打开可以看到支部的评价。',
      link: `/surveys/${unitId}/${surveyId}`,
      personIds: [memberId],
      now,
    })
  }
  const before = { grade: response.grade, comment: response.comment }
  const subject = `member:${memberId}`
  return {
    value: {},
    place: survey,
    change: isSame ? 'none' : { subject, before, after: { surveyId, grade, comment } },
  }
})
