import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { isSelected, refuseBallot, sayBallot } from '../rules/selection.ts'
import { practiceAt } from '../steps/practice.ts'
import { requireDay, requireOnTheWay, subjectOf } from '../steps/require.ts'
import { keepEntry } from '../store/applicants.ts'
import type { Key } from '../store/applicants.ts'

/** Recommended and selected before the branch decides who becomes an activist. */
async function requireChoosing(scene: Scene, key: Key, on: string) {
  const standing = await requireOnTheWay(scene, key)
  const { applicant, found, stepName } = standing
  const activist = found.steps.find((one) => one.key === 'activist')
  if (found.step !== 'talk' && found.step !== 'activist')
    throw conflict('development.activistWhen', { 步骤: activist?.name ?? '', 现在: stepName })
  requireDay(applicant, on, dayOf(scene.now))
  return applicant
}

/** One of those who may recommend somebody has done so. */
export const recommend = act(contract.development.recommend, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, formId, source, on, people, inFavour, text } = input
  const applicant = await requireChoosing(scene, input, on)
  const { recommendations } = await practiceAt(tx, applicant.path)
  if (!recommendations.some((name) => name === source))
    throw conflict('development.sourceUnknown', { 来源: source, 可选: recommendations.join('、') })
  if (inFavour > people)
    throw conflict('development.recommendMany', { 赞成: inFavour, 参加: people })
  const said = `${source}：参加 ${people} 人，赞成 ${inFavour} 人${text ? `，${text}` : ''}`
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const facts = { source, people, inFavour }
  const entry = { unitId, applicantId, formId, on, text: said, facts, ...by }
  const isNew = await keepEntry(tx, { ...entry, kind: 'recommendation' })
  return {
    value: {},
    place: applicant,
    change: isNew ? { subject: subjectOf(applicant), after: { on, ...facts } } : 'none',
  }
})

/** The best of those recommended are voted for. */
export const select = act(contract.development.select, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, formId, on, ...ballot } = input
  const applicant = await requireChoosing(scene, input, on)
  const refusal = refuseBallot(ballot)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const isPassed = isSelected(ballot)
  const { entitled, present, inFavour, against, abstained } = ballot
  const facts = { entitled, present, inFavour, against, abstained, isPassed: isPassed ? 1 : 0 }
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const entry = { unitId, applicantId, formId, on, text: sayBallot(ballot), facts, ...by }
  const isNew = await keepEntry(tx, { ...entry, kind: 'selection' })
  return {
    value: { isPassed },
    place: applicant,
    change: isNew ? { subject: subjectOf(applicant), after: { on, ...facts } } : 'none',
  }
})
