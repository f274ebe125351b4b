/**
 * Activities: what happens at a time with people, from the plan to the closed record. Kinds are declared in kinds/.
 * It owns who was due and who came; hours are posted to the ledgers when a record is closed, and taken back when it is
 * opened again.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { ActivityKind } from '@zhixing/contract'
import type { Month } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import type { FileSubject } from '../files/index.ts'
import { usualStart as usualStartAfter } from './rules/draft.ts'
import { findLatest } from './store/activities.ts'
import { findAttendance } from './store/attendances.ts'

export { kindOf, kinds } from './kinds/index.ts'
export { occasionsIn } from './rules/occasions.ts'
export { clockMinutesOf } from './rules/credit.ts'
export type { Kind } from './rules/kind.ts'

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

/** When a branch would usually hold the next one of a kind, in a month that it names. */
export async function usualStart(
  db: Reader,
  asked: { organizationId: string; kind: ActivityKind; month: Month; now: Date },
): Promise<Date> {
  const { organizationId, kind, month, now } = asked
  const [last] = await findLatest(db, { organizationId, kinds: [kind], count: 1 })
  return usualStartAfter(last?.startsAt, now, month)
}
