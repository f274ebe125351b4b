import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { addWorkdays, dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { newToken } from '../../../kernel/token.ts'
import { holidaysKnown } from '../../holidays/index.ts'
import { markCase } from '../../procedures/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { noticePathOf } from '../rules/paths.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { findNotices, keepEntry, keepNotice } from '../store/applicants.ts'

/** A notice that everybody may read whom the address reaches, until its last day of work is over. */
export const post = act(contract.development.post, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, formId, contact, workdays } = input
  const { applicant, found, stepName } = await requireOnTheWay(scene, input)
  const target = found.steps.find(({ key }) => key === 'target')
  if (found.step !== 'target')
    throw conflict('development.noticeWhen', { 步骤: target?.name ?? '', 现在: stepName })
  const point = { path: applicant.path, day: applicant.appliedOn }
  const { value: least } = await ruleAt(tx, 'dev.notice', point)
  if (least !== null && workdays < least) throw conflict('development.noticeShort', { 天数: least })

  const from = dayOf(now)
  const until = addWorkdays(await holidaysKnown(tx), from, workdays)
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const text = `张贴公示，${from} 至 ${until}`
  const entry = { unitId, applicantId, kind: 'notice', on: from, text, formId, ...by } as const
  if (!(await keepEntry(tx, entry))) {
    const earlier = (await findNotices(tx, { unitId, applicantId })).at(-1)
    if (!earlier) throw conflict('input.stale')
    const value = { path: noticePathOf(earlier.code), until: earlier.until }
    return { value, place: applicant, change: 'none' }
  }
  const code = newToken()
  const { byName, at } = by
  await keepNotice(tx, { unitId, applicantId, code, from, until, contact, byName, at })
  await markCase(tx, { unitId, caseId: found.id }, { marks: { notice: from }, now })
  return {
    value: { path: noticePathOf(code), until },
    place: applicant,
    change: { subject: subjectOf(applicant), after: { from, until } },
  }
})
