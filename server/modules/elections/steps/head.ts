import type { Election } from '../store/elections.ts'

export function headOf(election: Election, organizationName: string, elected: number) {
  const { unitId, id: electionId, organizationId, scope, seats, state, slate, at } = election
  const facts = { organizationId, organizationName, scope, seats, state, at }
  return { unitId, electionId, ...facts, candidates: slate.length, elected }
}
