import type { Db } from '../../../kernel/db.ts'
import { reverseHours } from '../../ledgers/index.ts'
import type { Held } from '../store/activities.ts'
import { findAttendances } from '../store/attendances.ts'

type Why = { readonly reason: string; readonly by: string; readonly now: Date }

/** Takes back what was posted, in every unit from which somebody came. */
export async function takeBack(tx: Db, { activity }: Held, why: Why) {
  const { unitId, id, lecturerUnitId } = activity
  const rows = await findAttendances(tx, { unitId, activityId: id })
  const units = new Set([unitId, ...rows.map(({ memberUnitId }) => memberUnitId)])
  if (lecturerUnitId) units.add(lecturerUnitId)
  const entries = []
  for (const one of [...units].toSorted()) {
    // In the order in which they were posted.
    // oxlint-disable-next-line no-await-in-loop
    const back = await reverseHours(tx, { ...why, unitId: one, sourceIds: [id] })
    entries.push(...back.entries)
  }
  return entries
}
