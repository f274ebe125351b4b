import { contract } from '@zhixing/contract'
import { and, desc, eq } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { findById, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { kindOf } from '../kinds/index.ts'
import { headOf, slipOf, turnoutOf } from '../steps/show.ts'
import { findBallot, keyOf } from '../store/ballots.ts'
import { countSlips } from '../store/slips.ts'
import { countVotersOf, findVoters, noVoters } from '../store/voters.ts'
import { ballots } from '../table.ts'

export const listBallots = view(
  contract.ballots.list,
  async ({ db, reach }, { organizationId, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const below = within(narrowed.reach, ballots.path)
    const rows = await db
      .select({ ballot: ballots, organizationName: organizations.name })
      .from(ballots)
      .innerJoin(organizations, eq(organizations.id, ballots.organizationId))
      .where(below)
      .orderBy(desc(ballots.openedOn), desc(ballots.id))
      .limit(size)
      .offset((page - 1) * size)
    const counts = await countVotersOf(
      db,
      rows.map(({ ballot }) => keyOf(ballot)),
    )
    const shown = rows.map(({ ballot, organizationName }) => {
      const { entitled, present } = counts.get(ballot.id) ?? noVoters
      return { ...headOf(ballot, organizationName), entitled, present }
    })
    return {
      rows: shown,
      total: await db.$count(ballots, below),
      open: await db.$count(ballots, and(below, eq(ballots.state, 'open'))),
    }
  },
)

/** Names of who may vote, and numbers: nothing that says who has voted, or what. */
export const showBallot = view(contract.ballots.show, async ({ db, actor, reach }, key) => {
  const ballot = await findBallot(db, key, reach)
  if (!ballot) throw missing('ballots.unknown')
  const organization = await findById(db, ballot.organizationId)
  const { issued, electorate } = await turnoutOf(db, ballot)
  const voters = await findVoters(db, key)
  return {
    ...headOf(ballot, organization?.name ?? ''),
    slip: await slipOf(db, ballot),
    electorate,
    issued,
    returned: ballot.result?.returned ?? (await countSlips(db, key)),
    voters: voters.map(({ memberId, name, isPresent }) => ({ memberId, name, isPresent })),
    countsWritten: kindOf(ballot.kind).countsWritten,
    result: ballot.result,
    mayHold: covers(reachOf(actor.appointments, 'ballots.hold'), ballot.path),
  }
})
