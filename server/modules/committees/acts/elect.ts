import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { keepChange, requireLive, termKeyOf } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { electedPosts, hasTerms, refuseElection, refuseHolder, termEndOf } from '../rules.ts'
import { endPosts, endTerms, findCandidates, findTerm, keepPosts, keepTerm } from '../store.ts'

/** A new committee: the old one's term and posts end on the day of the election. */
export const elect = act(
  contract.committees.elect,
  async ({ tx, now, actor, reach }, { organizationId, electedOn, holders, ...rest }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { unitId, path, kind } = organization
    if (!hasTerms(kind)) throw conflict('committees.none', organization.words)
    const term = await ruleAt(tx, termKeyOf(organization), { path, day: electedOn })
    const years = rest.years ?? term.value
    const last = await findTerm(tx, organizationId)
    const known = { today: dayOf(now), lastElectedOn: last?.electedOn, term }
    const refusal = refuseElection({ electedOn, years, holders }, known)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const memberIds = holders.map(({ memberId }) => memberId)
    const candidates = await findCandidates(tx, reach, { unitId, memberIds })
    for (const { memberId, post } of holders) {
      const candidate = candidates.find(({ id }) => id === memberId)
      if (!candidate) throw missing('members.unknown')
      const unfit = refuseHolder(candidate, post, organization)
      if (unfit) throw conflict(unfit.reason, unfit.words)
    }

    const [termId, endsOn] = [newId(), termEndOf(electedOn, years)]
    await endTerms(tx, organizationId, electedOn)
    await endPosts(tx, { unitId, organizationId }, { which: electedPosts, until: electedOn })
    await keepTerm(tx, { id: termId, organizationId, electedOn, endsOn })
    const seat = { unitId, organizationId, from: electedOn, byId: actor.accountId }
    await keepPosts(
      tx,
      holders.map((holder) => ({ ...holder, ...seat, id: newId() })),
    )
    const { reason = '' } = rest
    const by = { byId: actor.accountId, at: now, reason }
    await keepChange(tx, { organizationId, what: 'elected', day: electedOn, ...by })
    return {
      value: { termId, endsOn },
      place: organization,
      change: {
        subject: `organization:${organizationId}`,
        before: { electedOn: last?.electedOn ?? null },
        after: { electedOn, endsOn, holders },
      },
    }
  },
)
