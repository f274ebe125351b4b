import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { carryOut } from '../steps/carry-out.ts'
import { changePick, findOpenPicks, findProposal, lockProposal } from '../store/proposals.ts'

/**
 * Carries out parts of a proposal: seats are taken, new classes become applications, who is to study hears of it.
 * Each part stands for itself: what the world no longer allows is said by name, and the rest is done.
 */
export const accept = act(contract.requirements.acceptProposal, async (scene, input) => {
  const { tx, reach } = scene
  const { offerIds, memberIds, ...key } = input
  const found = await findProposal(tx, reach, key)
  if (!found) throw missing('proposals.unknown')
  const { proposal } = found
  await lockProposal(tx, key)
  if (!proposal.totals) throw conflict('proposals.running')
  if (proposal.discardedAt) throw conflict('proposals.discarded')
  const picks = await findOpenPicks(tx, key, { offerIds, ...(memberIds ? { memberIds } : {}) })
  if (picks.length === 0) throw conflict('proposals.nothing')

  const refused: { name: string; title: string; reason: string }[] = []
  const byOffer = Map.groupBy(picks, ({ offer }) => offer.id)
  for (const some of byOffer.values()) {
    const refusalOf = await carryOut(scene, proposal, some)
    for (const { pick, offer, person } of some) {
      const refusal = refusalOf(person.memberId)
      await changePick(tx, pick, { state: refusal ? 'refused' : 'accepted', refusal })
      if (refusal) refused.push({ name: person.name, title: offer.title, reason: refusal })
    }
  }
  const value = { accepted: picks.length - refused.length, refused }
  return {
    value,
    place: proposal,
    change: {
      subject: `proposal:${key.proposalId}`,
      after: { offerIds, memberIds, accepted: value.accepted, refused: refused.length },
    },
  }
})
