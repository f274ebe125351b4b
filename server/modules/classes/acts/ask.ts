import { contract } from '@zhixing/contract'
import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import { anonymityLeast } from '@zhixing/contract/survey-words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { openRound } from '../../surveys/index.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { findLearners } from '../store/enrolments.ts'

const begun = ['announced', 'completed', 'settled', 'archived'] as const

/** Asks those who learned there: about the class while it is fresh, and later what became of it at work. */
export const ask = act(contract.classFeedback.ask, async (scene, { kind, until, ...key }) => {
  const { tx, now, reach, actor } = scene
  const { kept } = await requireClass(tx, reach, key)
  const isLater = kind === 'workResult'
  requireState(kept, isLater ? begun.slice(1) : begun, isLater ? '请学员反馈学用' : '请学员评估')
  const { title, from, unitId, organizationId, path } = kept
  const today = dayOf(now)
  if (today < from) throw conflict('classes.askEarly', { 名称: title, 日期: from })
  if (until <= today) throw conflict('classes.askUntil')
  const memberIds = (await findLearners(tx, key)).flatMap(({ memberId, learnerKind }) =>
    memberId && learnerKind !== 'observer' ? [memberId] : [],
  )
  if (memberIds.length === 0) throw conflict('classes.askNobody', { 名称: title })

  const template = surveyTemplates[kind]
  const subject = `class:${kept.id}`
  const round = await openRound(scene, {
    unitId,
    organizationId,
    path,
    kind,
    definition: { ...template, title: `${title}：${template.title}`.slice(0, 100) },
    // What somebody did with it is told by name; what they thought of it is nobody's business.
    isAnonymous: !isLater && memberIds.length >= anonymityLeast,
    subject,
    memberIds,
    from: today,
    until,
    byId: actor.accountId,
    byName: actor.name,
    now,
  })
  return {
    value: round,
    place: kept,
    change: { subject, after: { asked: kind, until, ...round } },
  }
})
