import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { askOpinion, opinionsOf } from '../../procedures/index.ts'
import { questionPathOf } from '../rules/paths.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { keepEntry } from '../store/applicants.ts'

const steps = new Set(['review', 'prereview'])

/** Joint review: each department is sent its own question, and sees nothing else. */
export const ask = act(contract.development.ask, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, formId, department, question, dueOn } = input
  const { applicant, found, stepName } = await requireOnTheWay(scene, input)
  if (!steps.has(found.step)) throw conflict('development.askWhen', { 现在: stepName })
  const on = dayOf(now)
  if (dueOn < on) throw conflict('development.askDay')
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const text = `请${department}答复：${question}`
  const entry = { unitId, applicantId, kind: 'opinion', on, text, formId, ...by } as const
  if (!(await keepEntry(tx, entry))) {
    const asked = await opinionsOf(tx, unitId, [found.id])
    const earlier = asked.find((one) => one.department === department && one.step === found.step)
    if (!earlier) throw conflict('input.stale')
    return { value: { path: questionPathOf(earlier.code) }, place: applicant, change: 'none' }
  }
  const code = await askOpinion(tx, found, { department, question, dueOn, by: actor.name, now })
  return {
    value: { path: questionPathOf(code) },
    place: applicant,
    change: { subject: subjectOf(applicant), after: { 部门: department, dueOn } },
  }
})
