import { contract } from '@zhixing/contract'
import { electionScopes } from '@zhixing/contract/election-words.ts'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { votersAt } from '../../activities/index.ts'
import { openBallot } from '../../ballots/index.ts'
import { recordElection } from '../../committees/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { nextSlate } from '../rules/rounds.ts'
import { electable } from '../steps/electable.ts'
import { ballotSubjectOf, readRounds, requireElection } from '../steps/read.ts'
import { changeElection } from '../store/elections.ts'
import type { Election } from '../store/elections.ts'

/** Slips for those at the members' meeting; a further round is about the seats that nobody has yet. */
export const open = act(contract.elections.open, async (scene, input) => {
  const { activityId, way, memberIds, ...turn } = input
  const { tx, vault, now, actor } = scene
  const election = await requireElection(scene, turn, ['draft', 'approved'])
  if (election.state === 'draft') throw conflict('elections.notApproved')
  const voters = await requireMeeting(scene, election, activityId)
  const { rounds, standing } = await readRounds(tx, election)
  const next = nextSlate(standing, memberIds, election.seats)
  if ('reason' in next) throw conflict(next.reason, next.words)
  await requireElectable(scene, election, next)
  const { unitId, organizationId, path, scope } = election
  const { ballotId } = await openBallot(
    { tx, vault },
    {
      unitId,
      organizationId,
      path,
      kind: 'election',
      way,
      subject: ballotSubjectOf(election),
      occasion: `activity:${activityId}`,
      title: `选举${electionScopes[scope]}`,
      explanation: `应选 ${standing.open} 名，候选人 ${next.length} 名，按提名次序排列。`,
      lines: next.map(({ memberId, name }) => ({ key: memberId, text: name, memberId })),
      seats: standing.open,
      takesOthers: true,
      voters,
      isAgain: rounds.length > 0,
      by: actor,
      now,
    },
  )
  const version = await changeElection(tx, election, { activityId })
  const change = { subject: ballotSubjectOf(election), after: { ballot: ballotId, way } }
  return { value: { version, ballotId }, place: election, change }
})

/** Who was put forward may have gone, or lost the right to be elected, since. */
async function requireElectable(
  { tx, now }: Scene,
  election: Election,
  slate: Election['slate'],
): Promise<void> {
  const able = new Set((await electable(tx, election, now)).map(({ memberId }) => memberId))
  const lost = slate.find(({ memberId }) => !able.has(memberId))
  if (lost) throw conflict('elections.lost', { 姓名: lost.name })
}

async function requireMeeting({ tx, now }: Scene, election: Election, activityId: string) {
  const { unitId, organizationId } = election
  const meeting = await votersAt(tx, { unitId, activityId }, now)
  if (meeting?.kind !== 'memberMeeting' || meeting.organizationId !== organizationId)
    throw conflict('elections.meeting', { 名称: '本支部' })
  if (meeting.isClosed) throw conflict('elections.closed')
  if (meeting.unmarked > 0) throw conflict('elections.unmarked', { 人数: meeting.unmarked })
  return meeting.voters
}

/** The result becomes the committee: exactly those elected, a post each; written down through the committees' door. */
export const conclude = act(contract.elections.conclude, async (scene, { holders, ...turn }) => {
  const { tx, now, actor, reach } = scene
  const election = await requireElection(scene, turn, ['approved'])
  const { rounds, standing } = await readRounds(tx, election)
  if (standing.isVoting) throw conflict('elections.voting')
  const { winners, open: left } = standing
  const 应选 = election.seats
  if (left > 0) throw conflict('elections.notFull', { 应选, 当选: winners.length, 缺额: left })
  const named = holders.flatMap(({ memberId, post }) => {
    const winner = winners.find((one) => one.memberId === memberId)
    return winner ? [{ ...winner, post }] : []
  })
  const people = new Set(named.map(({ memberId }) => memberId))
  if (holders.length !== winners.length || people.size !== winners.length)
    throw conflict('elections.holders')
  const organization = await requireLive(tx, reach, election.organizationId)
  const electedOn = rounds.find(({ result }) => result !== null)?.countedOn ?? election.at
  const { endsOn } = await recordElection(tx, {
    organization,
    reach,
    electedOn,
    holders: named.map(({ memberId, post }) => ({ memberId, post })),
    reason: `${electionScopes[election.scope]}选举，${election.approvedBy}`.slice(0, 200),
    byId: actor.accountId,
    now,
  })
  const after = { state: 'concluded', holders: named } as const
  const version = await changeElection(tx, election, after)
  return {
    value: { version, endsOn },
    place: election,
    change: { subject: ballotSubjectOf(election), after },
  }
})
