/**
 * Meetings: what a branch owes by the frequency rules, what it has held and planned, and what that comes to.
 * Neighbours ask here for the board of periods rather than counting meetings themselves.
 */
export { boardOf } from './catalogue/board.ts'
export { branchesIn, isBranchIn } from './catalogue/owing.ts'
export type { Branch } from './catalogue/owing.ts'
export { portionsOf, statesOf } from './catalogue/states.ts'
export { inForce, isMeeting } from './catalogue/rows.ts'
export { periodAt } from './rules/periods.ts'
export type { Period } from './rules/periods.ts'
