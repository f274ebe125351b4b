import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { findById } from '../../organizations/index.ts'
import { leaveClass } from '../steps/leave-class.ts'
import { lockClass } from '../store/classes.ts'
import { findEnrolment } from '../store/enrolments.ts'

/** Whoever sent somebody, or holds the class, takes them out again. */
export const withdraw = act(
  contract.enrolments.withdraw,
  async ({ tx, now, actor, reach }, { unitId, classId, enrolmentId, reason }) => {
    const held = await lockClass(tx, ['/'], { unitId, classId }, 'share')
    const enrolment = await findEnrolment(tx, { unitId, id: enrolmentId })
    if (!held || enrolment?.classId !== classId) throw missing('enrolments.unknown')
    const { organizationId } = enrolment
    const home = organizationId ? await findById(tx, organizationId) : undefined
    const place = home && covers(reach, home.path) ? home : held.kept
    if (!covers(reach, place.path)) throw missing('enrolments.unknown')

    const promoted = await leaveClass({ tx, now, actor }, held.kept, { enrolment, reason })
    return {
      value: { promotedName: promoted[0]?.name ?? '' },
      place: { unitId: place.unitId, path: place.path },
      change: {
        subject: `class:${classId}`,
        before: { enrolmentId, state: enrolment.state },
        after: { state: 'withdrawn', reason, promoted: promoted.map(({ id }) => id) },
      },
    }
  },
)
