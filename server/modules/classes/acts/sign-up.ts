import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { enrolMember, openClass } from '../steps/enrol-member.ts'
import { leaveClass } from '../steps/leave-class.ts'
import { lockClass } from '../store/classes.ts'
import { findEnrolmentOf } from '../store/enrolments.ts'

/** Somebody asks for a seat for themself, in the quota of their own organization. */
export const signUp = ownAct(contract.enrolments.signUp, async ({ tx, now, actor }, key) => {
  const { memberId, unitId: memberUnitId, place } = actor
  if (!memberId) throw conflict('enrolments.notMember')
  const found = await findMember(tx, [place.path], { unitId: memberUnitId, memberId })
  if (!found) throw missing('members.unknown')
  const { member, path, organizationName } = found
  if (member.leftOn) throw conflict('enrolments.left', { 姓名: member.name })
  const { name, organizationId } = member
  const learner = { memberUnitId, memberId, name, organizationId, organizationName, path }
  const { kept, quota } = await openClass(tx, key, { reach: [], learner, now })
  const by = { tx, now, byId: actor.accountId, way: 'self' } as const
  const value = await enrolMember(by, kept, { learner, quotaId: quota.id })
  return {
    value,
    place: { unitId: memberUnitId, path },
    change: { subject: `class:${kept.id}`, after: { memberId, ...value } },
  }
})

/** Somebody steps back, and says why. */
export const step = ownAct(
  contract.enrolments.step,
  async ({ tx, now, actor }, { reason, ...key }) => {
    const { memberId, unitId: memberUnitId, place } = actor
    const held = memberId ? await lockClass(tx, ['/'], key, 'share') : undefined
    const enrolment =
      held && memberId ? await findEnrolmentOf(tx, key, { memberUnitId, memberId }) : undefined
    if (!held || !enrolment) throw missing('classes.unknown')
    const promoted = await leaveClass({ tx, now, actor }, held.kept, { enrolment, reason })
    return {
      value: {},
      place,
      change: {
        subject: `class:${key.classId}`,
        before: { memberId, state: enrolment.state },
        after: { state: 'withdrawn', reason, promoted: promoted.map(({ id }) => id) },
      },
    }
  },
)
