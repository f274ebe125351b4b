import type { Routes } from '../../kernel/wire.ts'
import { accept } from './acts/accept.ts'
import { discard } from './acts/discard.ts'
import { propose } from './acts/propose.ts'
import { listProposals, proposedPeople, showProposal } from './views/proposals.ts'

/** What closes a gap belongs to the requirements that say there is one. */
export const routes: Pick<
  Routes['requirements'],
  'propose' | 'proposals' | 'proposal' | 'proposedPeople' | 'acceptProposal' | 'discardProposal'
> = {
  propose,
  proposals: listProposals,
  proposal: showProposal,
  proposedPeople,
  acceptProposal: accept,
  discardProposal: discard,
}
