import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { keepChange, termKeyOf } from '../../organizations/index.ts'
import type { requireLive } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { electedPosts, hasTerms, refuseElection, refuseHolder, termEndOf } from '../rules.ts'
import type { Post } from '../rules.ts'
import { endPosts, endTerms, findCandidates, findTerm, keepPosts, keepTerm } from '../store.ts'

export type Election = {
  readonly organization: Awaited<ReturnType<typeof requireLive>>
  readonly reach: Reach
  readonly electedOn: Day
  /** How long it serves; left out, as the rule says. */
  readonly years?: number
  readonly holders: readonly { readonly memberId: string; readonly post: Post }[]
  readonly reason: string
  readonly byId: string
  readonly now: Date
}

/** A new committee: the old one's term and posts end on the day of the election. */
export async function recordElection(tx: Db, election: Election) {
  const { organization, electedOn, holders, reason, byId, now } = election
  const { id: organizationId, unitId, path, kind } = organization
  if (!hasTerms(kind)) throw conflict('committees.none', organization.words)
  const term = await ruleAt(tx, termKeyOf(organization), { path, day: electedOn })
  const years = election.years ?? term.value
  const last = await findTerm(tx, organizationId)
  const known = { today: dayOf(now), lastElectedOn: last?.electedOn, term }
  const refusal = refuseElection({ electedOn, years, holders }, known)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  await refuseUnfit(tx, election)

  const [termId, endsOn] = [newId(), termEndOf(electedOn, years)]
  await endTerms(tx, organizationId, electedOn)
  await endPosts(tx, { unitId, organizationId }, { which: electedPosts, until: electedOn })
  await keepTerm(tx, { id: termId, organizationId, electedOn, endsOn })
  const seat = { unitId, organizationId, from: electedOn, byId }
  await keepPosts(
    tx,
    holders.map((holder) => ({ ...holder, ...seat, id: newId() })),
  )
  await keepChange(tx, { organizationId, what: 'elected', day: electedOn, byId, at: now, reason })
  return { termId, endsOn, lastElectedOn: last?.electedOn ?? null }
}

async function refuseUnfit(tx: Db, { organization, reach, holders, electedOn }: Election) {
  const memberIds = holders.map(({ memberId }) => memberId)
  const candidates = await findCandidates(tx, reach, { unitId: organization.unitId, memberIds })
  for (const { memberId, post } of holders) {
    const candidate = candidates.find(({ id }) => id === memberId)
    if (!candidate) throw missing('members.unknown')
    const unfit = refuseHolder(candidate, post, organization, electedOn)
    if (unfit) throw conflict(unfit.reason, unfit.words)
  }
}
