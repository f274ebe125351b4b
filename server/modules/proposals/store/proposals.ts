import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { organizations } from '../../organizations/table.ts'
import { proposalOffers, proposalPeople, proposalPicks, proposals } from '../table.ts'

export type Proposal = typeof proposals.$inferSelect
export type ProposalKey = { readonly unitId: string; readonly proposalId: string }
export type OfferRow = typeof proposalOffers.$inferSelect
export type PersonRow = typeof proposalPeople.$inferSelect
export type PickRow = typeof proposalPicks.$inferSelect

const held = { proposal: proposals, organizationName: organizations.name }

export async function keepProposal(tx: Db, row: typeof proposals.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(proposals).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

export async function findProposal(db: Reader, reach: Reach, { unitId, proposalId }: ProposalKey) {
  const [row] = await db
    .select(held)
    .from(proposals)
    .innerJoin(organizations, eq(organizations.id, proposals.organizationId))
    .where(
      and(
        eq(proposals.unitId, unitId),
        eq(proposals.id, proposalId),
        within(reach, proposals.path),
      ),
    )
  return row
}

export async function lockProposal(
  tx: Db,
  reach: Reach,
  { unitId, proposalId }: ProposalKey,
): Promise<Proposal | undefined> {
  const [row] = await tx
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.unitId, unitId),
        eq(proposals.id, proposalId),
        within(reach, proposals.path),
      ),
    )
    .for('update')
  return row
}

export async function changeProposal(
  tx: Db,
  { unitId, id }: Pick<Proposal, 'unitId' | 'id'>,
  changes: Partial<typeof proposals.$inferInsert>,
): Promise<void> {
  await tx
    .update(proposals)
    .set(changes)
    .where(and(eq(proposals.unitId, unitId), eq(proposals.id, id)))
}

export async function findProposals(
  db: Reader,
  path: string,
  { page, size }: { readonly page: number; readonly size: number },
) {
  const here = eq(proposals.path, path)
  const rows = await db
    .select(held)
    .from(proposals)
    .innerJoin(organizations, eq(organizations.id, proposals.organizationId))
    .where(here)
    .orderBy(desc(proposals.at), desc(proposals.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(proposals, here) }
}

export type Written = {
  readonly offers: readonly (typeof proposalOffers.$inferInsert)[]
  readonly people: readonly (typeof proposalPeople.$inferInsert)[]
  readonly picks: readonly (typeof proposalPicks.$inferInsert)[]
}

const heap = 5_000

/** Instead of whatever an earlier attempt of the same job may have left. */
export async function writeOutcome(tx: Db, { unitId, proposalId }: ProposalKey, written: Written) {
  for (const table of [proposalPicks, proposalPeople, proposalOffers])
    await tx.delete(table).where(and(eq(table.unitId, unitId), eq(table.proposalId, proposalId)))
  for (let at = 0; at < written.offers.length; at += heap)
    await tx
      .insert(proposalOffers)
      .select(rowsOf(proposalOffers, written.offers.slice(at, at + heap)))
  for (let at = 0; at < written.people.length; at += heap)
    await tx
      .insert(proposalPeople)
      .select(rowsOf(proposalPeople, written.people.slice(at, at + heap)))
  for (let at = 0; at < written.picks.length; at += heap)
    await tx.insert(proposalPicks).select(rowsOf(proposalPicks, written.picks.slice(at, at + heap)))
}

/** What of some offers is still to be carried out, in the order of the people. */
export async function findOpenPicks(
  tx: Db,
  { unitId, proposalId }: ProposalKey,
  {
    offerIds,
    memberIds,
  }: { readonly offerIds: readonly string[]; readonly memberIds?: readonly string[] },
) {
  return (
    tx
      .select({ pick: proposalPicks, offer: proposalOffers, person: proposalPeople })
      .from(proposalPicks)
      .innerJoin(
        proposalOffers,
        and(
          eq(proposalOffers.unitId, proposalPicks.unitId),
          eq(proposalOffers.id, proposalPicks.offerId),
        ),
      )
      .innerJoin(
        proposalPeople,
        and(
          eq(proposalPeople.unitId, proposalPicks.unitId),
          eq(proposalPeople.proposalId, proposalPicks.proposalId),
          eq(proposalPeople.memberId, proposalPicks.memberId),
        ),
      )
      .where(
        and(
          eq(proposalPicks.unitId, unitId),
          eq(proposalPicks.proposalId, proposalId),
          oneOf(proposalPicks.offerId, offerIds),
          sql`${proposalPicks.state} <> 'accepted'`,
          memberIds ? oneOf(proposalPicks.memberId, memberIds) : undefined,
        ),
      )
      // Class by class in the order in which all take seats.
      .orderBy(
        proposalOffers.subjectUnitId,
        proposalOffers.subjectId,
        proposalPeople.position,
        proposalPicks.id,
      )
  )
}

/** What became of some parts: all of them the same. */
export async function settlePicks(
  tx: Db,
  picks: readonly Pick<PickRow, 'unitId' | 'id'>[],
  outcome: Pick<PickRow, 'state' | 'refusal'>,
): Promise<void> {
  const [first] = picks
  if (!first) return
  const ids = picks.map(({ id }) => id)
  await tx
    .update(proposalPicks)
    .set(outcome)
    .where(and(eq(proposalPicks.unitId, first.unitId), oneOf(proposalPicks.id, ids)))
}
