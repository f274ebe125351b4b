import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { hasTerms } from '../../committees/index.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { refuseSlate } from '../rules/slate.ts'
import { electable } from '../steps/electable.ts'
import { limitsAt, readRounds, requireElection } from '../steps/read.ts'
import { changeElection, keepElection, lockElection } from '../store/elections.ts'
import type { Election } from '../store/elections.ts'

type Organization = Awaited<ReturnType<typeof requireLive>>

/** Written, or written anew as long as nothing was approved; one at a time in a branch. */
export const keep = act(contract.elections.keep, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, electionId, version, scope, seats, memberIds, note } = input
  const organization = await requireLive(tx, reach, organizationId)
  const { unitId, path, kind, words } = organization
  if (!isBranch(kind) || !hasTerms(kind)) throw conflict('elections.branchOnly', words)
  const today = dayOf(now)
  const refusal = refuseSlate({ scope, seats, memberIds }, await limitsAt(tx, { path, day: today }))
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const slate = await standing(scene, organization, memberIds)
  const known = await lockElection(tx, reach, { unitId, electionId })
  const facts = { scope, seats, slate, note }
  const change = { subject: `election:${electionId}`, after: facts }
  if (known) {
    await requireElection(scene, { unitId, electionId, version }, ['draft'])
    if (known.organizationId !== organizationId) throw missing('elections.unknown')
    const next = await changeElection(tx, known, facts)
    return { value: { unitId, electionId, version: next }, place: organization, change }
  }
  const by = { byId: actor.accountId, at: today, version: 0 }
  const place = { id: electionId, unitId, organizationId, path, state: 'draft' } as const
  const kept = await keepElection(tx, { ...place, ...facts, ...by })
  if (!kept) throw conflict('elections.going', words)
  return { value: { unitId, electionId, version: 0 }, place: organization, change }
})

/** Those named, if all of them belong to the branch and may be elected. */
async function standing(
  { tx, now }: Scene,
  organization: Organization,
  memberIds: readonly string[],
): Promise<Election['slate']> {
  const people = await electable(tx, organization, now)
  const slate = memberIds.flatMap(
    (memberId) => people.find((one) => one.memberId === memberId) ?? [],
  )
  if (slate.length < memberIds.length) throw conflict('elections.standing')
  return slate
}

export const approve = act(contract.elections.approve, async (scene, input) => {
  const { approvedBy, approvedOn, ...turn } = input
  const election = await requireElection(scene, turn, ['draft'])
  const today = dayOf(scene.now)
  if (approvedOn > today) throw conflict('elections.approvedOn', { 今天: today })
  const after = { state: 'approved', approvedBy, approvedOn } as const
  const version = await changeElection(scene.tx, election, after)
  return { value: { version }, place: election, change: { subject: subjectOf(election), after } }
})

export const withdraw = act(contract.elections.withdraw, async (scene, { reason, ...turn }) => {
  const election = await requireElection(scene, turn, ['draft', 'approved'])
  const { standing: now } = await readRounds(scene.tx, election)
  if (now.isVoting) throw conflict('elections.voting')
  const after = { state: 'withdrawn', reason } as const
  const version = await changeElection(scene.tx, election, after)
  return { value: { version }, place: election, change: { subject: subjectOf(election), after } }
})

function subjectOf({ id }: Election): string {
  return `election:${id}`
}
