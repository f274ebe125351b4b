import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { enrolMember, openClass } from '../steps/enrol-member.ts'

/** A branch or committee sends a member, who gets a seat or a place in the line. */
export const enrol = act(
  contract.enrolments.enrol,
  async ({ tx, now, actor, reach }, { unitId, classId, memberUnitId, memberId }) => {
    const found = await findMember(tx, reach, { unitId: memberUnitId, memberId })
    if (!found) throw missing('members.unknown')
    const { member, path, organizationName } = found
    if (member.leftOn) throw conflict('enrolments.left', { 姓名: member.name })
    const { name, organizationId } = member
    const learner = { memberUnitId, memberId, name, organizationId, organizationName, path }
    const { kept, quota } = await openClass(tx, { unitId, classId }, { reach, learner, now })
    const by = { tx, now, byId: actor.accountId, way: 'nominated' } as const
    const value = await enrolMember(by, kept, { learner, quotaId: quota.id })
    return {
      value,
      place: { unitId: memberUnitId, path },
      change: { subject: `class:${classId}`, after: { memberId, ...value } },
    }
  },
)
