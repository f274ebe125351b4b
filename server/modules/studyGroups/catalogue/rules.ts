import { lastDayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { rulesBelow } from '../../rules/index.ts'
import { quartersOf } from '../rules/standing.ts'
import type { Demands } from '../rules/standing.ts'

export const studyRules = [
  'study_group.discussion.quarter',
  'study_group.report.days',
  'study_group.days.year',
  'study_group.attendance.min',
  'study_group.observed.year',
  'study_group.filing.days',
  'hearing.reports.year',
] as const

/** What the rules of each day ask of groups at and below a path. */
export async function studyRulesBelow(db: Reader, path: string) {
  const at = await rulesBelow(db, studyRules, path)
  return {
    at,
    demandsOf: (place: string, year: number): Demands => {
      const end = at({ path: place, day: `${String(year)}-12-31` })
      return {
        quarters: quartersOf.map(
          (quarter) =>
            at({ path: place, day: lastOfQuarter(year, quarter) })['study_group.discussion.quarter']
              .value,
        ),
        days: end['study_group.days.year'].value,
        attendance: end['study_group.attendance.min'].value,
        filingDays: at({ path: place, day: `${String(year)}-01-01` })['study_group.filing.days']
          .value,
      }
    },
  }
}

function lastOfQuarter(year: number, quarter: number): string {
  return lastDayOf(`${String(year)}-${String(quarter * 3).padStart(2, '0')}`)
}
