import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { changeProposal, lockProposal } from '../store/proposals.ts'

/** Put aside; what was accepted of it stays done. */
export const discard = act(contract.requirements.discardProposal, async (scene, key) => {
  const { tx, now, reach } = scene
  const proposal = await lockProposal(tx, reach, key)
  if (!proposal) throw missing('proposals.unknown')
  if (proposal.discardedAt) return { value: {}, place: proposal, change: 'none' }
  await changeProposal(tx, proposal, { discardedAt: now })
  const subject = `proposal:${key.proposalId}`
  return { value: {}, place: proposal, change: { subject, after: { isDiscarded: true } } }
})
