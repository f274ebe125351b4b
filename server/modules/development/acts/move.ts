import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { findById, isBranch, requireLive } from '../../organizations/index.ts'
import { moveCase } from '../../procedures/index.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { changeApplicant, endContacts, keepEntry } from '../store/applicants.ts'

const settled = new Set(['superiorTalk', 'approve'])

/** Goes on in another branch with all the time they have, by somebody who looks after both; contacts are appointed anew. */
export const move = act(contract.development.move, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, applicantId, formId, organizationId, reason } = input
  const { applicant, found } = await requireOnTheWay(scene, input)
  const { name } = applicant
  const branch = await requireLive(tx, reach, organizationId)
  if (!isBranch(branch.kind)) throw conflict('development.notBranch', { 组织: branch.name })
  if (branch.id === applicant.organizationId)
    throw conflict('development.sameBranch', { 姓名: name, 组织: branch.name })
  if (branch.unitId !== unitId) throw conflict('development.otherUnit', { 组织: branch.name })
  if (settled.has(found.step) || applicant.memberId) throw conflict('development.moveNow')

  const on = dayOf(now)
  const from = await findById(tx, applicant.organizationId)
  const text = `由${from?.name ?? ''}转到${branch.name}：${reason}`
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const entry = { unitId, applicantId, kind: 'moved', on, text, formId, ...by } as const
  const isNew = await keepEntry(tx, entry)
  if (isNew) {
    const { id, path } = branch
    await changeApplicant(tx, applicant, { organizationId: id, path })
    await moveCase(tx, { unitId, caseId: found.id }, { organizationId: id, path })
    await endContacts(tx, { unitId, applicantId }, on)
  }
  return {
    value: {},
    place: applicant,
    change: isNew
      ? {
          subject: subjectOf(applicant),
          before: { organization: from?.name ?? '' },
          after: { organization: branch.name, reason },
        }
      : 'none',
  }
})
