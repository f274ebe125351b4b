import { contract } from '@zhixing/contract'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { activities, closureInForce, closures } from '../../activities/table.ts'
import type { BallotOutcome } from '../../ballots/index.ts'
import { findById } from '../../organizations/index.ts'
import { leastCandidates } from '../rules/slate.ts'
import { headOf } from '../steps/head.ts'
import { limitsAt, readRounds } from '../steps/read.ts'
import { findElection } from '../store/elections.ts'
import type { Election } from '../store/elections.ts'

export const showElection = view(
  contract.elections.show,
  async ({ db, now, actor, reach }, key) => {
    const election = await findElection(db, reach, key)
    if (!election) throw missing('elections.unknown')
    const { path, slate, holders, note, approvedBy, approvedOn, activityId, reason } = election
    const organization = await findById(db, election.organizationId)
    const { rounds, standing } = await readRounds(db, election)
    const { surplus } = await limitsAt(db, { path, day: dayOf(now) })
    const may = (grant: 'elections.hold' | 'organizations.change') =>
      covers(reachOf(actor.appointments, grant), path)
    return {
      ...headOf(election, organization?.name ?? '', standing.winners.length),
      version: election.version,
      slate: [...slate],
      least: leastCandidates(election, surplus.value),
      clause: surplus.clause,
      note,
      approvedBy,
      approvedOn,
      activityId,
      meetings: election.state === 'approved' ? await meetingsOf(db, election) : [],
      rounds: rounds.map(roundOf),
      winners: standing.winners,
      open: standing.open,
      mayStand: standing.mayStand,
      holders: [...holders],
      reason,
      mayHold: may('elections.hold'),
      mayApprove: may('organizations.change'),
    }
  },
)

/** Members' meetings whose record is open, the latest first. */
async function meetingsOf(db: Reader, { unitId, organizationId }: Election) {
  const rows = await db
    .select({
      activityId: activities.id,
      title: activities.title,
      startsAt: activities.startsAt,
    })
    .from(activities)
    .leftJoin(closures, closureInForce)
    .where(
      and(
        eq(activities.unitId, unitId),
        eq(activities.organizationId, organizationId),
        eq(activities.kind, 'memberMeeting'),
        isNull(activities.cancelledAt),
        isNull(closures.id),
      ),
    )
    .orderBy(desc(activities.startsAt))
    .limit(10)
  return rows.map(({ startsAt, ...row }) => ({ ...row, day: dayOf(startsAt) }))
}

function roundOf({ unitId, ballotId, round, way, state, countedOn, result }: BallotOutcome) {
  const lines = (result?.lines ?? []).map(({ memberId, text, counts, verdict }) => ({
    memberId: memberId ?? '',
    name: text,
    inFavour: counts.inFavour ?? 0,
    verdict,
  }))
  const sentence = result?.sentence ?? ''
  return { unitId, ballotId, round, way, state, countedOn, sentence, lines }
}
