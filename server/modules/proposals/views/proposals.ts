import { contract } from '@zhixing/contract'
import type { Output } from '@zhixing/contract'
import { and, asc, eq, like, sql } from 'drizzle-orm'
import { jobs } from '../../../kernel/jobs.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { findProposal, findProposals } from '../store/proposals.ts'
import type { Proposal } from '../store/proposals.ts'
import { proposalOffers, proposalPeople, proposalPicks } from '../table.ts'

export const listProposals = view(
  contract.requirements.proposals,
  async ({ db, reach, actor }, { organizationId, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { rows, total } = await findProposals(db, organization.path, { page, size })
    const mayPropose = covers(
      reachOf(actor.appointments, 'requirements.propose'),
      organization.path,
    )
    return { rows: rows.map(stateOf), total, mayPropose }
  },
)

/** Those that reach the most people of each kind come first. */
const offersMost = 500

export const showProposal = view(
  contract.requirements.proposal,
  async ({ db, reach, actor }, key) => {
    const found = await findProposal(db, reach, key)
    if (!found) throw missing('proposals.unknown')
    const { proposal } = found
    const [job] = await db
      .select()
      .from(jobs)
      .where(and(eq(jobs.unitId, key.unitId), eq(jobs.id, proposal.jobId)))
    const accepted = sql<number>`(select count(*) from ${proposalPicks}
      where ${proposalPicks.unitId} = ${proposalOffers.unitId}
      and ${proposalPicks.offerId} = ${proposalOffers.id} and ${proposalPicks.state} = 'accepted')::int`
    const offers = await db
      .select({ offer: proposalOffers, accepted })
      .from(proposalOffers)
      .where(
        and(eq(proposalOffers.unitId, key.unitId), eq(proposalOffers.proposalId, key.proposalId)),
      )
      .orderBy(
        sql`array_position(array['seat', 'newClass', 'course', 'visit'], kind)`,
        sql`people desc`,
        asc(proposalOffers.id),
      )
      .limit(offersMost)
    return {
      ...stateOf(found),
      budgetYuan: proposal.budgetYuan,
      job: job ? jobState(job) : null,
      offers: offers.map(({ offer, accepted: count }) => {
        const { id, kind, title, when, minutes, people, seats, fen, reason } = offer
        return {
          offerId: id,
          kind,
          title,
          when,
          minutes,
          people,
          accepted: count,
          seats,
          reason,
          yuan: yuanOf(fen),
        }
      }),
      mayAccept:
        proposal.totals !== null &&
        proposal.discardedAt === null &&
        covers(reachOf(actor.appointments, 'requirements.propose'), proposal.path),
    }
  },
)

export const proposedPeople = view(
  contract.requirements.proposedPeople,
  async ({ db, reach }, { unitId, proposalId, text, offerId, isOpen, page, size }) => {
    if (!(await findProposal(db, reach, { unitId, proposalId }))) throw missing('proposals.unknown')
    const has = offerId
      ? sql`exists (select from ${proposalPicks} p where p.unit_id = ${proposalPeople.unitId}
          and p.offer_id = ${offerId} and p.member_id = ${proposalPeople.memberId})`
      : undefined
    const chosen = and(
      eq(proposalPeople.unitId, unitId),
      eq(proposalPeople.proposalId, proposalId),
      text ? like(proposalPeople.name, containing(text)) : undefined,
      isOpen ? sql`${proposalPeople.openMinutes} > 0` : undefined,
      has,
    )
    const people = await db
      .select()
      .from(proposalPeople)
      .where(chosen)
      .orderBy(asc(proposalPeople.position))
      .limit(size)
      .offset((page - 1) * size)
    const ids = people.map(({ memberId }) => memberId)
    const picks = await db
      .select({ pick: proposalPicks, offer: proposalOffers })
      .from(proposalPicks)
      .innerJoin(
        proposalOffers,
        and(
          eq(proposalOffers.unitId, proposalPicks.unitId),
          eq(proposalOffers.id, proposalPicks.offerId),
        ),
      )
      .where(
        and(
          eq(proposalPicks.unitId, unitId),
          eq(proposalPicks.proposalId, proposalId),
          sql`${proposalPicks.memberId} = any(${sql.param(ids)}::uuid[])`,
        ),
      )
      .orderBy(asc(proposalPicks.id))
    const byMember = Map.groupBy(picks, ({ pick }) => pick.memberId)
    const rows = people.map(({ memberUnitId, memberId, name, organizationName, ...person }) => ({
      memberUnitId,
      memberId,
      name,
      organizationName,
      needMinutes: person.needMinutes,
      openMinutes: person.openMinutes,
      reason: person.reason,
      picks: (byMember.get(memberId) ?? []).map(({ pick, offer }) => ({
        offerId: offer.id,
        kind: offer.kind,
        title: offer.title,
        minutes: pick.minutes,
        yuan: yuanOf(pick.fen),
        state: pick.state,
        refusal: pick.refusal,
      })),
    }))
    return { rows, total: await db.$count(proposalPeople, chosen) }
  },
)

type State = Output<typeof contract.requirements.proposals>['rows'][number]

function stateOf({
  proposal,
  organizationName,
}: {
  proposal: Proposal
  organizationName: string
}): State {
  const { unitId, id, organizationId, requirement, until, at, byName, discardedAt, totals } =
    proposal
  return {
    unitId,
    proposalId: id,
    organizationId,
    organizationName,
    requirement,
    until,
    at: at.toISOString(),
    byName,
    discardedAt: discardedAt?.toISOString() ?? null,
    totals: totals && {
      people: totals.people,
      reached: totals.reached,
      gapMinutes: totals.gapMinutes,
      openMinutes: totals.openMinutes,
      yuan: yuanOf(totals.fen),
      yuanSaved: yuanOf(totals.unprovenFen),
      isProven: totals.isProven,
      isCut: totals.isCut,
    },
  }
}

function jobState(job: typeof jobs.$inferSelect) {
  const { id, unitId, kind, title, status, done, total, note, createdAt, endedAt } = job
  const moments = { createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
  return { id, unitId, kind, title, status, done, total, note, ...moments }
}

function yuanOf(fen: number): number {
  return Math.round(fen / 100)
}
