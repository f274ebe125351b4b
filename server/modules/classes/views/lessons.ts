import { contract } from '@zhixing/contract'
import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { ownView } from '../../../kernel/view.ts'
import { attendances } from '../../activities/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { minutesOf, sumOf } from '../rules/timetable.ts'
import { findClass } from '../store/classes.ts'
import type { ClassKey } from '../store/classes.ts'
import { classEnrolments, classSessions } from '../table.ts'
import { findAsked } from './feedback.ts'

/** One class as a learner sees it: where to be, whether they were, and how much more they may miss. */
export const listLessons = ownView(contract.enrolments.lessons, async ({ db, actor }, key) => {
  const { memberId } = actor
  if (!memberId) throw missing('classes.unknown')
  const enrolment = await findOwn(db, key, memberId)
  const held = enrolment && (await findClass(db, ['/'], key))
  if (!held) throw missing('classes.unknown')

  const { title, from, until, application, path } = held.kept
  const { place, purpose, requirements, contactName, contactPhone } = application
  const rows = await findLessons(db, key, memberId)
  const recorded = rows.filter(({ session }) => session.hasRecord)
  const missed = recorded.filter(
    ({ mark, way }) => mark !== null && mark !== 'present' && way !== 'makeUp',
  )
  const total = sumOf(recorded.map(({ session }) => session))
  const { value, clause } = await ruleAt(db, 'class.leave.max', { path, day: until })
  const [part, whole] = value
  const { score, result, resultReason } = enrolment
  const said = { title, from, until, place, purpose, requirements, contactName, contactPhone }
  return {
    ...said,
    score,
    result,
    resultReason,
    clause,
    organizationName: held.organizationName,
    missedMinutes: sumOf(missed.map(({ session }) => session)),
    totalMinutes: total,
    leaveMinutes: Math.floor((total * part) / whole),
    asked: await findAsked(db, key, memberId),
    sessions: rows.map(({ session, mark, way }) => ({
      ...session,
      sessionId: session.id,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      minutes: minutesOf(session),
      mark,
      way,
    })),
  }
})

async function findOwn(db: Reader, { unitId, classId }: ClassKey, memberId: string) {
  const [row] = await db
    .select()
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.classId, classId),
        eq(classEnrolments.memberId, memberId),
        eq(classEnrolments.state, 'enrolled'),
      ),
    )
  return row
}

function findLessons(db: Reader, { unitId, classId }: ClassKey, memberId: string) {
  return db
    .select({ session: classSessions, mark: attendances.mark, way: attendances.way })
    .from(classSessions)
    .leftJoin(
      attendances,
      and(
        eq(attendances.unitId, classSessions.unitId),
        eq(attendances.activityId, classSessions.id),
        eq(attendances.memberId, memberId),
      ),
    )
    .where(and(eq(classSessions.unitId, unitId), eq(classSessions.classId, classId)))
    .orderBy(asc(classSessions.startsAt), asc(classSessions.id))
}
