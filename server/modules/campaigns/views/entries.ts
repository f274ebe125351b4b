import { contract, keysOf } from '@zhixing/contract'
import { entryGenres } from '@zhixing/contract/campaign-words.ts'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { openAt } from '../catalogue/find.ts'
import { countWaiting } from '../catalogue/owed.ts'
import { showEntries } from '../steps/show.ts'
import { campaignEntries } from '../table.ts'

/** The chosen first, then what is still judged. */
export const entries = view(contract.campaigns.entries, async (sight, input) => {
  const { db, actor } = sight
  const { campaignId, organizationId, genre, state, onlyWaiting, page, size } = input
  const { organization } = await narrowTo(db, sight.reach, organizationId)
  const { scope } = await openAt(db, organization, campaignId)
  const all = and(eq(campaignEntries.campaignId, campaignId), within([scope], campaignEntries.path))
  const waiting = and(
    eq(campaignEntries.standsAtId, organizationId),
    eq(campaignEntries.state, 'judging'),
  )
  const chosen = and(
    all,
    genre === undefined ? undefined : eq(campaignEntries.genre, genre),
    state === undefined ? undefined : eq(campaignEntries.state, state),
    onlyWaiting ? waiting : undefined,
  )
  const rows = await db
    .select()
    .from(campaignEntries)
    .where(chosen)
    .orderBy(
      sql`array_position(array['selected', 'judging', 'declined'], ${campaignEntries.state})`,
      asc(campaignEntries.at),
      asc(campaignEntries.id),
    )
    .limit(size)
    .offset((page - 1) * size)
  const counted = await db
    .select({
      genre: campaignEntries.genre,
      entries: sql<number>`count(*)::int`,
      selected: sql<number>`count(*) filter (where ${campaignEntries.state} = 'selected')::int`,
    })
    .from(campaignEntries)
    .where(all)
    .groupBy(campaignEntries.genre)
  return {
    rows: await showEntries(db, rows, actor),
    total: await db.$count(campaignEntries, chosen),
    counts: keysOf(entryGenres).map(
      (key) => counted.find((row) => row.genre === key) ?? { genre: key, entries: 0, selected: 0 },
    ),
    waiting: await countWaiting(db, campaignId, organizationId),
  }
})

export const myEntries = ownView(contract.campaigns.myEntries, async ({ db, actor }, input) => {
  const rows = await db
    .select()
    .from(campaignEntries)
    .where(
      and(
        eq(campaignEntries.campaignId, input.campaignId),
        eq(campaignEntries.unitId, actor.unitId),
        eq(campaignEntries.memberId, actor.personId),
      ),
    )
    .orderBy(desc(campaignEntries.at), asc(campaignEntries.id))
  return { rows: await showEntries(db, rows, actor) }
})
