import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import type { RollEntry } from '../rules/roll.ts'
import type { Held } from '../store/activities.ts'
import type { NewAttendance } from '../store/attendances.ts'
import { newId } from '../../../kernel/ids.ts'
import { readRecord } from './read-record.ts'

/** The line of the roll that somebody names, with the record it stands in. */
export async function findEntry(
  tx: Db,
  held: Held,
  { memberId, now }: { memberId: string; now: Date },
) {
  const record = await readRecord(tx, held, now)
  const entry = record.roll.find((one) => one.memberId === memberId)
  if (!entry) throw missing('activities.notOnRoll')
  return { record, entry }
}

/** What is said of somebody now, whoever says it. */
export function attendanceOf(
  { activity }: Held,
  { memberUnitId, memberId, standing }: Pick<RollEntry, 'memberUnitId' | 'memberId' | 'standing'>,
  said: Pick<NewAttendance, 'mark' | 'way' | 'note' | 'byId'> & { at: Date; inTimeUntil: string },
): NewAttendance {
  const { inTimeUntil, ...facts } = said
  return {
    ...facts,
    id: newId(),
    unitId: activity.unitId,
    activityId: activity.id,
    memberUnitId,
    memberId,
    isGuest: standing === 'guest',
    isDue: standing === 'due',
    isLate: dayOf(said.at) > inTimeUntil,
  }
}
