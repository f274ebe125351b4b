/**
 * Committees: who leads an organization, elected when and until when. Whoever holds an election writes its result down
 * through here; nobody else changes terms and posts.
 */
export { hasTerms } from './rules.ts'
export { recordElection } from './steps/record-election.ts'
