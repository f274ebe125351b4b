import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { changeProposal, findProposal } from '../store/proposals.ts'

/** Put aside; what was accepted of it stays done. */
export const discard = act(contract.requirements.discardProposal, async (scene, key) => {
  const { tx, now, reach } = scene
  const found = await findProposal(tx, reach, key)
  if (!found) throw missing('proposals.unknown')
  const { proposal } = found
  if (proposal.discardedAt) return { value: {}, place: proposal, change: 'none' }
  await changeProposal(tx, proposal, { discardedAt: now })
  const subject = `proposal:${key.proposalId}`
  return { value: {}, place: proposal, change: { subject, after: { isDiscarded: true } } }
})
