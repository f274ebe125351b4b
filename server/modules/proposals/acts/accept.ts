import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { carryOut } from '../steps/carry-out.ts'
import { findOpenPicks, lockProposal, settlePicks } from '../store/proposals.ts'

/**
 * Carries out parts of a proposal: seats are taken, new classes become applications, who is to study hears of it.
 * Each part stands for itself: what the world no longer allows is said by name, and the rest is done.
 */
export const accept = act(contract.requirements.acceptProposal, async (scene, input) => {
  const { tx, reach } = scene
  const { offerIds, memberIds, ...key } = input
  const proposal = await lockProposal(tx, reach, key)
  if (!proposal) throw missing('proposals.unknown')
  if (!proposal.totals) throw conflict('proposals.running')
  if (proposal.discardedAt) throw conflict('proposals.discarded')
  const open = await findOpenPicks(tx, key, { offerIds, ...(memberIds ? { memberIds } : {}) })
  if (open.length === 0) throw conflict('proposals.nothing')

  const refused: { name: string; title: string; reason: string }[] = []
  const byOffer = Map.groupBy(open, ({ offer }) => offer.id)
  for (const some of byOffer.values()) {
    const refusalOf = await carryOut(scene, proposal, some)
    for (const [refusal, same] of Map.groupBy(some, ({ person }) => refusalOf(person.memberId))) {
      const picks = same.map(({ pick }) => pick)
      await settlePicks(tx, picks, { state: refusal ? 'refused' : 'accepted', refusal })
    }
    for (const { offer, person } of some) {
      const reason = refusalOf(person.memberId)
      if (reason) refused.push({ name: person.name, title: offer.title, reason })
    }
  }
  const value = { accepted: open.length - refused.length, refused }
  return {
    value,
    place: proposal,
    change: {
      subject: `proposal:${key.proposalId}`,
      after: { offerIds, memberIds, accepted: value.accepted, refused: refused.length },
    },
  }
})
