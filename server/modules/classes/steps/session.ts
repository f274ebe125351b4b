import type { Db, Reader } from '../../../kernel/db.ts'
import { cancelSession, listForSession } from '../../activities/index.ts'
import { release } from '../../resources/index.ts'
import { findLearners } from '../store/enrolments.ts'
import type { ClassKey } from '../store/classes.ts'
import { lockSessionsAhead } from '../store/sessions.ts'
import type { Session } from '../store/sessions.ts'

/** By it what a session has booked is found and given back. */
export function purposeOf({ id }: { readonly id: string }): string {
  return `classSession:${id}`
}

/** They will not take place: what they had booked is free again, and nobody is due at them any more. */
export async function callOff(
  tx: Db,
  sessions: readonly Session[],
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<void> {
  for (const session of sessions) {
    const { unitId, id: activityId, hasRecord } = session
    await release(tx, purposeOf(session), now)
    if (hasRecord) await cancelSession(tx, { unitId, activityId }, { reason, now })
  }
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
