import type { Reader } from '../../../kernel/db.ts'
import { marksOfSessions } from '../../activities/index.ts'
import { minutesOf } from '../rules/timetable.ts'
import { findSessions } from '../store/sessions.ts'
import type { ClassKey } from '../store/classes.ts'

/** How long each member was away from the lessons whose records are closed, and how long those were in all. */
export async function absencesOf(db: Reader, key: ClassKey) {
  const sessions = (await findSessions(db, key)).filter(({ hasRecord }) => hasRecord)
  const marks = await marksOfSessions(
    db,
    key.unitId,
    sessions.map(({ id }) => id),
  )
  const lengthOf = new Map(sessions.map((session) => [session.id, minutesOf(session)]))
  const missed = new Map<string, number>()
  for (const { activityId, memberId, mark, way } of marks)
    if (mark !== 'present' && way !== 'makeUp')
      missed.set(memberId, (missed.get(memberId) ?? 0) + (lengthOf.get(activityId) ?? 0))
  const closed = new Set(marks.flatMap((one) => (one.isClosed ? [one.activityId] : [])))
  return {
    marks,
    sessions,
    open: sessions.filter(({ id }) => !closed.has(id)),
    totalMinutes: sessions.reduce((sum, session) => sum + minutesOf(session), 0),
    missedBy: (memberId: string) => missed.get(memberId) ?? 0,
  }
}
