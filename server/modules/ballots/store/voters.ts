import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { ballotVoters } from '../table.ts'
import type { BallotKey } from './ballots.ts'

export type PersonKey = { readonly memberUnitId: string; readonly memberId: string }
export type Voter = PersonKey & { readonly isPresent: boolean }

/** What decides whether each of them has a vote. */
export async function findStanding(db: Reader, people: readonly PersonKey[]) {
  if (people.length === 0) return []
  const rows = await db
    .select()
    .from(members)
    .where(
      and(
        oneOf(
          members.unitId,
          people.map(({ memberUnitId }) => memberUnitId),
        ),
        oneOf(
          members.id,
          people.map(({ memberId }) => memberId),
        ),
      ),
    )
  return rows
}

export async function keepVoters(tx: Db, key: BallotKey, voters: readonly Voter[]): Promise<void> {
  const rows = voters.map((voter) => ({ ...key, ...voter, id: newId(), ticket: null }))
  await tx.insert(ballotVoters).select(rowsOf(ballotVoters, rows))
}

function ofBallot({ unitId, ballotId }: BallotKey) {
  return and(eq(ballotVoters.unitId, unitId), eq(ballotVoters.ballotId, ballotId))
}

function ofPerson(key: BallotKey, { memberUnitId, memberId }: PersonKey) {
  return and(
    ofBallot(key),
    eq(ballotVoters.memberUnitId, memberUnitId),
    eq(ballotVoters.memberId, memberId),
  )
}

/** Who is there by now; whoever has taken a ticket was there. */
export async function setPresence(
  tx: Db,
  key: BallotKey,
  presentIds: readonly string[],
): Promise<void> {
  await tx
    .update(ballotVoters)
    .set({ isPresent: oneOf(ballotVoters.memberId, presentIds) })
    .where(and(ofBallot(key), isNull(ballotVoters.ticket)))
}

export async function findVoters(db: Reader, key: BallotKey) {
  const voters = db.select().from(ballotVoters).where(ofBallot(key)).as('voters')
  return db
    .select({
      memberUnitId: voters.memberUnitId,
      memberId: voters.memberId,
      name: members.name,
      isPresent: voters.isPresent,
    })
    .from(voters)
    .innerJoin(
      members,
      and(eq(members.unitId, voters.memberUnitId), eq(members.id, voters.memberId)),
    )
    .orderBy(asc(members.nameKey), asc(members.name), asc(members.id))
}

export const noVoters = { entitled: 0, present: 0, issued: 0 }
export type VoterCounts = typeof noVoters

/** Of one ballot, how many may vote, are there and have a ticket. */
export async function countVoters(db: Reader, key: BallotKey) {
  return (await countVotersOf(db, [key])).get(key.ballotId) ?? noVoters
}

/** The same of many, in one question. */
export async function countVotersOf(db: Reader, keys: readonly BallotKey[]) {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))]
  const ballotIds = keys.map(({ ballotId }) => ballotId)
  const rows = await db
    .select({
      ballotId: ballotVoters.ballotId,
      entitled: sql<number>`count(*)::int`,
      present: sql<number>`(count(*) filter (where ${ballotVoters.isPresent}))::int`,
      issued: sql<number>`count(${ballotVoters.ticket})::int`,
    })
    .from(ballotVoters)
    .where(and(oneOf(ballotVoters.unitId, unitIds), oneOf(ballotVoters.ballotId, ballotIds)))
    .groupBy(ballotVoters.ballotId)
  return new Map(rows.map(({ ballotId, ...counts }) => [ballotId, counts]))
}

export async function lockVoter(tx: Db, key: BallotKey, person: PersonKey) {
  const [row] = await tx.select().from(ballotVoters).where(ofPerson(key, person)).for('update')
  return row
}

export async function markTicket(
  tx: Db,
  key: BallotKey,
  person: PersonKey,
  ticket: string,
): Promise<void> {
  await tx.update(ballotVoters).set({ ticket }).where(ofPerson(key, person))
}
