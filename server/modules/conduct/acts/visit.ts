import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { requireDay } from '../steps/require.ts'
import { keepVisit } from '../store/registers.ts'

/** Somebody was visited at home or in hospital: why, what was heard under seal, and what was done. */
export const visit = act(contract.conduct.visit, async (scene, input) => {
  const { tx, now, actor, reach, vault } = scene
  const { unitId, memberId, formId, on, note, ...facts } = input
  const found = await findMember(tx, reach, { unitId, memberId })
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  if (member.leftOn) throw conflict('conduct.left', { 姓名: member.name })
  requireDay(on, now)
  const where = { unitId, organizationId: member.organizationId, path }
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const row = { ...where, ...by, ...facts, id: formId, formId, memberId, on }
  const isNew = await keepVisit(tx, { ...row, noteSealed: vault.seal(note) })
  return {
    value: { visitId: formId },
    place: where,
    change: isNew
      ? { subject: `member:${memberId}`, after: { visited: on, reason: facts.reason } }
      : 'none',
  }
})
