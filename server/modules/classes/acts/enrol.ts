import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { Problem, conflict, missing } from '../../../kernel/problem.ts'
import { enrolMembers } from '../steps/enrol-members.ts'
import { findPeople } from '../store/people.ts'

/** A branch or committee sends a member, who gets a seat or a place in the line. */
export const enrol = act(
  contract.enrolments.enrol,
  async ({ tx, now, actor, reach }, { unitId, classId, memberUnitId, memberId }) => {
    const [person] = await findPeople(tx, reach, [{ memberUnitId, memberId }])
    if (!person) throw missing('members.unknown')
    if (person.leftOn) throw conflict('enrolments.left', { 姓名: person.name })
    const applicants = [{ person, byId: actor.accountId, now }]
    const asked = { applicants, way: 'nominated', reach } as const
    const [value] = await enrolMembers(tx, { unitId, classId }, asked)
    if (!value || value instanceof Problem) throw value ?? missing('classes.unknown')
    return {
      value,
      place: { unitId: memberUnitId, path: person.path },
      change: { subject: `class:${classId}`, after: { memberId, ...value } },
    }
  },
)
