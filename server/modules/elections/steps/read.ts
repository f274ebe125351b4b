import type { Db, Reader } from '../../../kernel/db.ts'
import { electionStates } from '@zhixing/contract/election-words.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { ballotsOf } from '../../ballots/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { standingOf } from '../rules/rounds.ts'
import { lockElection } from '../store/elections.ts'
import type { Election, ElectionKey } from '../store/elections.ts'

export function ballotSubjectOf({ id }: Pick<Election, 'id'>): string {
  return `election:${id}`
}

/** Every round, the latest first, and what they have come to. */
export async function readRounds(db: Reader, election: Election) {
  const subject = ballotSubjectOf(election)
  const rounds = (await ballotsOf(db, election.unitId, [subject])).get(subject) ?? []
  return { rounds, standing: standingOf(election, rounds) }
}

/** What a slate must keep to at a place on a day. */
export async function limitsAt(db: Reader, point: { readonly path: string; readonly day: string }) {
  const rules = await rulesAt(
    db,
    ['committee.size.min', 'committee.size.max', 'vote.election.surplus'],
    point,
  )
  return {
    least: rules['committee.size.min'],
    most: rules['committee.size.max'],
    surplus: rules['vote.election.surplus'],
  }
}

/** The election as the form read it, in one of these states. */
export async function requireElection(
  { tx, reach }: { readonly tx: Db; readonly reach: Reach },
  key: ElectionKey & { readonly version: number },
  states: readonly Election['state'][],
): Promise<Election> {
  const election = await lockElection(tx, reach, key)
  if (!election) throw missing('elections.unknown')
  if (election.version !== key.version) throw conflict('input.stale')
  if (!states.includes(election.state))
    throw conflict('elections.state', { 状态: electionStates[election.state] })
  return election
}
