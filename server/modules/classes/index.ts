/**
 * Classes: the life of a training class, from the application with its budget to the archive. Who may send how many is
 * a quota; seats are taken by raising its counter, so that of many who try at once only as many get one as there are.
 */
import { dayOf } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import { covers, reachOf } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { creditedFor } from '../ledgers/index.ts'
import { ruleAt } from '../rules/index.ts'
import { studyMinutes, sumOf } from './rules/timetable.ts'
import { findClass } from './store/classes.ts'
import type { ClassKey } from './store/classes.ts'
import { findLearners } from './store/enrolments.ts'
import { findSessions } from './store/sessions.ts'

export { plannedFen } from './rules/budget.ts'
export { ledgerLevelOf } from './rules/level.ts'
export { draftClass } from './steps/draft-class.ts'
export { enrolMembers } from './steps/enrol-members.ts'

const maySee: FileSubject['maySee'] = async ({ actor }, { path }) =>
  covers(reachOf(actor.appointments, 'classes.view'), path)

/** Papers and bills of a class are for those who see the class. */
export const classFiles: FileSubject = { kind: 'class', maySee }
export const classBillFiles: FileSubject = { kind: 'classBill', maySee }

/**
 * A class with those who graduated from it, by name, and what each was credited with; for people without a ledger, what
 * they did not miss. `isOver` says whether it has been decided who graduates.
 */
export async function graduatesOf(db: Reader, reach: Reach, key: ClassKey) {
  const held = await findClass(db, reach, key)
  if (!held) return undefined
  const { kept, organizationName } = held
  const sessions = (await findSessions(db, key)).filter(({ hasRecord }) => hasRecord)
  const credited = await creditedFor(db, [kept.id, ...sessions.map(({ id }) => id)])
  const { value: lesson } = await ruleAt(db, 'hours.convert.hour.lesson', {
    path: kept.path,
    day: kept.from,
  })
  const learners = (await findLearners(db, key)).filter(({ result }) => result === 'passed')
  return {
    kept,
    issuerName: organizationName,
    isOver: kept.completedAt !== null,
    /** On how many days it was taught. */
    days: new Set(sessions.map(({ startsAt }) => dayOf(startsAt))).size,
    graduates: learners.map((learner) => {
      const { memberUnitId, memberId, name, nameKey } = learner
      const attended = sumOf(sessions) - (learner.missedMinutes ?? 0)
      const own = memberId ? credited.get(memberId) : studyMinutes(Math.max(0, attended), lesson)
      const who = { enrolmentId: learner.id, memberUnitId, memberId, name, nameKey }
      return { ...who, organizationName: learner.organizationName, minutes: own ?? 0 }
    }),
  }
}
