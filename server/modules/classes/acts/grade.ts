import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeEnrolment, lockEnrolment } from '../store/enrolments.ts'

/** What whoever leads the class knows of one learner: the exam, what they missed, what came of it. */
export const grade = act(
  contract.enrolments.grade,
  async ({ tx, reach }, { unitId, classId, enrolmentId, version, ...facts }) => {
    const { kept } = await requireClass(tx, reach, { unitId, classId })
    requireState(kept, ['announced', 'completed'], '登记成绩')
    const held = await lockEnrolment(tx, { unitId, id: enrolmentId })
    if (held?.classId !== classId) throw missing('enrolments.unknown')
    if (held.version !== version) throw conflict('input.stale')
    const { score, missedMinutes, outcome } = held
    // After the graduation only what somebody made of it may still be added.
    const fixed = kept.state === 'completed' ? { score, missedMinutes } : {}
    const wanted = { ...facts, ...fixed }
    await changeEnrolment(tx, held, wanted)
    return {
      value: {},
      place: kept,
      change: {
        subject: `class:${classId}`,
        before: { enrolmentId, score, missedMinutes, outcome },
        after: wanted,
      },
    }
  },
)
