import type { Reader } from '../../../kernel/db.ts'
import { daysBetween } from '../../../kernel/calendar.ts'
import { rulesAt } from '../../rules/index.ts'
import { feeKeys } from '../rules/budget.ts'
import { spentLines } from '../rules/settlement.ts'
import { findBills } from '../store/bills.ts'
import { findLearners } from '../store/enrolments.ts'
import type { Class } from '../store/classes.ts'

/** What a class cost beside what the rules allow for those who had a seat. */
export async function spentOn(db: Reader, { unitId, id: classId, path, application }: Class) {
  const key = { unitId, classId }
  const bills = await findBills(db, key)
  const learners = await findLearners(db, key)
  const people = learners.filter(({ learnerKind }) => learnerKind !== 'observer').length
  const rules = await rulesAt(db, feeKeys, { path, day: application.from })
  const { from, until, travelDays } = application
  return {
    bills,
    people,
    days: daysBetween(from, until) + 1 + travelDays,
    lines: spentLines({ ...application, people, bills }, rules),
    totalFen: bills.reduce((sum, { fen }) => sum + fen, 0),
  }
}
