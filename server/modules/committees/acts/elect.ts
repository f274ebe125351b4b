import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { requireLive } from '../../organizations/index.ts'
import { recordElection } from '../steps/record-election.ts'

/** What was elected elsewhere, written down; an election held here writes itself down by the same step. */
export const elect = act(
  contract.committees.elect,
  async ({ tx, now, actor, reach }, { organizationId, electedOn, holders, years, reason = '' }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { termId, endsOn, lastElectedOn } = await recordElection(tx, {
      organization,
      reach,
      electedOn,
      ...(years === undefined ? {} : { years }),
      holders,
      reason,
      byId: actor.accountId,
      now,
    })
    return {
      value: { termId, endsOn },
      place: organization,
      change: {
        subject: `organization:${organizationId}`,
        before: { electedOn: lastElectedOn },
        after: { electedOn, endsOn, holders },
      },
    }
  },
)
