import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { startCase } from '../../procedures/index.ts'
import { approval, caseOf } from '../catalogue/approval.ts'
import { classKindName, isForCandidates } from '../rules/timetable.ts'
import { judgeApplication } from '../steps/judge.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'

/** Puts the application forward. What an organization above holds was approved there: it is written down as it is. */
export const submit = act(
  contract.classes.submit,
  async ({ tx, now, actor, reach }, { version, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['draft', 'returned'], '报请审批')
    if (kept.version !== version) throw conflict('input.stale')
    const { application, organizationId, path, title, unitId } = kept
    await judgeApplication(tx, kept, application)
    if (kept.origin !== 'higher' && application.goals.length === 0)
      throw conflict('classes.goalMissing')
    if (isForCandidates(kept.kind) && !application.hasExam)
      throw conflict('classes.candidateExam', { 班次: classKindName(kept.kind) })

    const state = kept.origin === 'higher' ? ('approved' as const) : ('submitted' as const)
    await changeClass(tx, kept, { state, reason: '' })
    const facts = { unitId, organizationId, path, subject: caseOf(kept).subject, title }
    if (state === 'submitted') await startCase(tx, approval, { ...facts, by: actor, now })
    return {
      value: { state },
      place: kept,
      change: { subject: `class:${kept.id}`, before: { state: kept.state }, after: { state } },
    }
  },
)
