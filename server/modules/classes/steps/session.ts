import type { Db, Reader } from '../../../kernel/db.ts'
import { listForSession } from '../../activities/index.ts'
import { findLearners } from '../store/enrolments.ts'
import type { ClassKey } from '../store/classes.ts'
import { lockSessionsAhead } from '../store/sessions.ts'

/** By it what a session has booked is found and given back. */
export function purposeOf({ id }: { readonly id: string }): string {
  return `classSession:${id}`
}

/** Who is due at a lesson: the members who have a seat. */
export async function dueOf(tx: Reader, key: ClassKey) {
  const learners = await findLearners(tx, key)
  return learners.flatMap(({ memberUnitId, memberId, learnerKind }) =>
    memberUnitId && memberId && learnerKind === 'member' ? [{ memberUnitId, memberId }] : [],
  )
}

/** Seats have changed hands: the rolls of lessons still to come follow. */
export async function followSeats(tx: Db, key: ClassKey, now: Date): Promise<void> {
  // Held before the seats are read: of two who change seats at once, the later sees what the first did.
  const ahead = await lockSessionsAhead(tx, key, now)
  if (ahead.length === 0) return
  const due = await dueOf(tx, key)
  for (const { id } of ahead) await listForSession(tx, { unitId: key.unitId, activityId: id }, due)
}
