/**
 * Audiences: whom something is for, declared once and asked of memory and of the database alike.
 * Neighbours hand in an `Audience` of the contract and get a condition over `members` joined with `organizations`.
 */
export { conditionOf } from './catalogue/index.ts'
export { cohortCondition, cohortsOf } from './catalogue/cohorts.ts'
export type { Subject } from './catalogue/condition.ts'
export { isExcused } from './catalogue/membership.ts'
export { sayAudience } from './rules.ts'
export { rosterCondition, rosterOf } from './catalogue/rosters.ts'
export {
  findSubject,
  findSubjects,
  presentOn,
  subjectColumns,
  subjectOf,
} from './catalogue/subjects.ts'
