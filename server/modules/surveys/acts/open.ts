import { randomInt } from 'node:crypto'
import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { candidatesOf } from '../catalogue/candidates.ts'
import { draw } from '../rules/draw.ts'
import { nameOfGroup } from '../rules/groups.ts'
import { invite } from '../index.ts'
import { findSilent, shuffleBallots } from '../store/answers.ts'
import { changeSurvey, lockSurvey } from '../store/surveys.ts'
import type { Survey, SurveyKey } from '../store/surveys.ts'

export const open = act(contract.surveys.open, async (scene, input) => {
  const { tx, now } = scene
  const survey = await requireSurvey(scene, input)
  if (survey.state !== 'draft') throw conflict('surveys.sent')
  if (survey.version !== input.version) throw conflict('input.stale')
  const today = dayOf(now)
  if (survey.until < today) throw conflict('surveys.days', { 今天: today })
  const meant = await candidatesOf(tx, survey, today)
  const drawn = draw(survey, meant, (below) => randomInt(below))
  if ('short' in drawn) {
    const { group, size } = drawn.short
    const words = { 组: nameOfGroup(survey.breakdown, group), 人数: drawn.there, 名额: size }
    throw conflict('surveys.quota', words)
  }
  const { people } = drawn
  await invite(scene, survey, people)
  await tell(scene, survey, {
    key: `survey:${survey.id}`,
    title: `请您答卷：${survey.title}`,
    personIds: people.map(({ memberId }) => memberId),
  })
  const after = { state: 'open', asked: people.length }
  return {
    value: { asked: people.length },
    place: survey,
    change: { subject: `survey:${survey.id}`, after },
  }
})

/** Once a day; who they are is known to the platform and shown to nobody. */
export const remind = act(contract.surveys.remind, async (scene, input) => {
  const { tx, now } = scene
  const survey = await requireOpen(scene, input)
  const personIds = await findSilent(tx, keyOf(survey))
  const reminded = await tell(scene, survey, {
    key: `survey:${survey.id}:${dayOf(now)}`,
    title: `还没有答卷：${survey.title}`,
    personIds,
  })
  const change =
    reminded > 0 ? { subject: `survey:${survey.id}`, after: { reminded } } : ('none' as const)
  return { value: { reminded }, place: survey, change }
})

export const end = act(contract.surveys.end, async (scene, input) => {
  const { tx, now } = scene
  const survey = await requireOpen(scene, input)
  const endedOn = dayOf(now)
  await changeSurvey(tx, survey, { state: 'ended', endedOn, ticketKeys: null })
  if (survey.isAnonymous) await shuffleBallots(tx, keyOf(survey))
  return {
    value: {},
    place: survey,
    change: { subject: `survey:${survey.id}`, after: { state: 'ended' } },
  }
})

function keyOf({ unitId, id }: Survey): SurveyKey {
  return { unitId, surveyId: id }
}

async function requireSurvey({ tx, reach }: Scene, key: SurveyKey): Promise<Survey> {
  const survey = await lockSurvey(tx, reach, key)
  if (!survey) throw missing('surveys.unknown')
  return survey
}

async function requireOpen(scene: Scene, key: SurveyKey): Promise<Survey> {
  const survey = await requireSurvey(scene, key)
  if (survey.state === 'draft') throw conflict('surveys.notSent')
  if (survey.state === 'ended') throw conflict('surveys.ended')
  return survey
}

type Word = { readonly key: string; readonly title: string; readonly personIds: readonly string[] }

async function tell(
  { tx, now, actor }: Scene,
  { unitId, path, id, isAnonymous, until }: Survey,
  word: Word,
): Promise<number> {
  if (word.personIds.length === 0) return 0
  const how = isAnonymous ? '匿名作答，谁也查不到哪份是您的。' : '实名作答。'
  return sendNotice(tx, {
    unitId,
    path,
    kind: 'survey',
    from: actor.name,
    fromId: actor.accountId,
    body: `${how}请在 ${until} 前作答，一人一份。`,
    link: `/surveys/${unitId}/${id}`,
    ...word,
    title: word.title.slice(0, 100),
    now,
  })
}
