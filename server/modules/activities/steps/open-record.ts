import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { kindOf } from '../kinds/index.ts'
import { lockActivity } from '../store/activities.ts'
import type { ActivityKey, Held } from '../store/activities.ts'
import { findClosure } from '../store/closures.ts'

/** The activity, held still, whose record can still be changed. */
export async function openRecord(tx: Db, reach: Reach, key: ActivityKey): Promise<Held> {
  const held = await lockActivity(tx, reach, key)
  if (!held) throw missing('activities.unknown')
  if (held.activity.cancelledAt) throw conflict('activities.cancelled')
  if (await findClosure(tx, key)) throw conflict('activities.closed')
  return held
}

/** The same, of what a branch plans for itself: a lesson follows its class, a sitting its study group. */
export async function openMeeting(tx: Db, reach: Reach, key: ActivityKey) {
  const held = await openRecord(tx, reach, key)
  const { kind } = held.activity
  if (kind === 'classSession') throw conflict('activities.ofClass')
  if (kind === 'studyGroupSession') throw conflict('activities.ofStudyGroup')
  return { ...held, kind: kindOf(kind) }
}

/** Where it took place, and under which name the trace knows it. */
export function placeOf({ activity, path }: Held) {
  return { unitId: activity.unitId, path }
}

export function subjectOf({ activity }: Held): string {
  return `activity:${activity.id}`
}
