import { contract } from '@zhixing/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { ballotsOf } from '../../ballots/index.ts'
import { hasTerms } from '../../committees/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { standingOf } from '../rules/rounds.ts'
import { electable } from '../steps/electable.ts'
import { headOf } from '../steps/head.ts'
import { ballotSubjectOf } from '../steps/read.ts'
import { isGoing } from '../store/elections.ts'
import type { Election } from '../store/elections.ts'
import { elections } from '../table.ts'

export const listElections = view(
  contract.elections.list,
  async ({ db, reach, actor }, { organizationId, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { organization } = narrowed
    const below = within(narrowed.reach, elections.path)
    const rows = await db
      .select({ election: elections, organizationName: organizations.name })
      .from(elections)
      .innerJoin(organizations, eq(organizations.id, elections.organizationId))
      .where(below)
      .orderBy(desc(elections.at), desc(elections.id))
      .limit(size)
      .offset((page - 1) * size)
    const rounds = await roundsOf(
      db,
      rows.map(({ election }) => election),
    )
    return {
      rows: rows.map(({ election, organizationName }) => {
        const { winners } = standingOf(election, rounds.get(ballotSubjectOf(election)) ?? [])
        return headOf(election, organizationName, winners.length)
      }),
      total: await db.$count(elections, below),
      going: await db.$count(elections, and(below, isGoing())),
      mayHold: covers(reachOf(actor.appointments, 'elections.hold'), organization.path),
      isBranch: isBranch(organization.kind) && hasTerms(organization.kind),
    }
  },
)

/** Every round of each, whichever unit keeps it. */
async function roundsOf(db: Reader, all: readonly Election[]) {
  const found = await Promise.all(
    [...Map.groupBy(all, ({ unitId }) => unitId)].map(async ([unitId, some]) =>
      ballotsOf(db, unitId, some.map(ballotSubjectOf)),
    ),
  )
  return new Map(found.flatMap((rounds) => [...rounds]))
}

/** Who may be put forward in a branch: whoever has the right to vote has the right to be elected. */
export const listChoices = view(
  contract.elections.choices,
  async ({ db, now, reach }, { organizationId }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    return { rows: isBranch(organization.kind) ? await electable(db, organization, now) : [] }
  },
)
