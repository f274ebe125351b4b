import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { keepForm } from '../../forms/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { groupWords, sentenceOfBreakdown } from '../rules/groups.ts'
import { changeSurvey, keepSurvey, lockSurvey } from '../store/surveys.ts'

type Plan = Input<typeof contract.surveys.keep>

/** A new one under the id that the page made, or another wording of one that nobody was asked yet. */
export const keep = act(contract.surveys.keep, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, surveyId, version, definition, ...plan } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  requireSense(input, dayOf(now))
  const before = await lockSurvey(tx, reach, { unitId, surveyId })
  if (before && before.state !== 'draft') throw conflict('surveys.sent')
  if (before && before.version !== version) throw conflict('input.stale')
  const { formId } = await keepForm(tx, unitId, definition)
  const facts = { ...plan, title: definition.title, formId }
  const after = { title: facts.title, formId, isAnonymous: plan.isAnonymous }
  const change = { subject: `survey:${surveyId}`, after }
  if (before) {
    const next = await changeSurvey(tx, before, facts)
    return { value: { unitId, surveyId, version: next }, place: before, change }
  }
  const fresh = { state: 'draft' as const, groups: [], subject: '', version: 1 }
  const by = { byId: actor.accountId, at: now }
  const row = { unitId, id: surveyId, organizationId, path, ...facts, ...fresh, ...by }
  if (!(await keepSurvey(tx, row))) throw missing('surveys.unknown')
  return { value: { unitId, surveyId, version: 1 }, place: { unitId, path }, change }
})

function requireSense({ from, until, breakdown, quotas }: Plan, today: string): void {
  if (until < from || until < today) throw conflict('surveys.days', { 今天: today })
  if (quotas.length === 0) return
  const known = breakdown ? groupWords(breakdown) : []
  if (quotas.some(({ group }) => !known.includes(group)))
    throw conflict('surveys.quotaGroup', {
      分组: breakdown ? sentenceOfBreakdown(breakdown) : '年龄段、领域、职务之一',
    })
}
