/**
 * Meetings: what a branch owes by the frequency rules, what it has held and planned, and what that comes to.
 * Neighbours ask here for the board of periods rather than counting meetings themselves.
 */
export { boardOf, isBranchIn } from './catalogue/board.ts'
export type { Branch } from './catalogue/board.ts'
export { inForce, isMeeting } from './catalogue/rows.ts'
export { periodAt } from './rules/periods.ts'
export type { Period } from './rules/periods.ts'
