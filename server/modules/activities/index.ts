/**
 * Activities: what happens at a time with people, from the plan to the closed record. Kinds are declared in kinds/.
 * It owns who was due and who came; hours are posted to the ledgers when a record is closed, and taken back when it is
 * opened again.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { findAttendance } from './store/attendances.ts'

export { kindOf, kinds } from './kinds/index.ts'
export type { Kind } from './rules/kind.ts'
export { monthsFor } from './rules/plan.ts'

/** Seen by those who keep the record, by the branch that met, and by guests who were there. */
export const activityFiles: FileSubject = {
  kind: 'activity',
  async maySee({ db, actor }, { subject, path }) {
    const mayView = (['activities.view', 'activities.attend'] as const).some((grant) =>
      covers(reachOf(actor.appointments, grant), path),
    )
    if (mayView || !actor.memberId) return mayView
    const key = { unitId: actor.unitId, activityId: subject.slice('activity:'.length) }
    return (await findAttendance(db, key, actor.memberId)) !== undefined
  },
}
