import { and, asc, desc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { ballots } from '../table.ts'

export type Ballot = typeof ballots.$inferSelect
export type BallotKey = { readonly unitId: string; readonly ballotId: string }
type Subject = { readonly unitId: string; readonly subject: string }

export function keyOf({ unitId, id }: Pick<Ballot, 'unitId' | 'id'>): BallotKey {
  return { unitId, ballotId: id }
}

export async function keepBallot(
  tx: Db,
  row: typeof ballots.$inferInsert,
): Promise<Ballot | undefined> {
  const [kept] = await tx.insert(ballots).values(row).onConflictDoNothing().returning()
  return kept
}

/** Whoever the reader is: what follows from being asked is judged by the list of voters, what is open by the ticket. */
export async function findBallot(
  db: Reader,
  { unitId, ballotId }: BallotKey,
  reach: Reach = ['/'],
): Promise<Ballot | undefined> {
  const [row] = await db
    .select()
    .from(ballots)
    .where(and(eq(ballots.unitId, unitId), eq(ballots.id, ballotId), within(reach, ballots.path)))
  return row
}

/** Held still: for whoever counts, and for each slip, which is laid among all others. */
export async function lockBallot(
  tx: Db,
  { unitId, ballotId }: BallotKey,
  { reach = ['/'], how = 'update' }: { reach?: Reach; how?: 'update' | 'share' } = {},
): Promise<Ballot | undefined> {
  const [row] = await tx
    .select()
    .from(ballots)
    .where(and(eq(ballots.unitId, unitId), eq(ballots.id, ballotId), within(reach, ballots.path)))
    .for(how)
  return row
}

/** Every round about these things, the latest first. */
export async function findRounds(
  db: Reader,
  unitId: string,
  subjects: readonly string[],
): Promise<Ballot[]> {
  if (subjects.length === 0) return []
  return db
    .select()
    .from(ballots)
    .where(and(eq(ballots.unitId, unitId), oneOf(ballots.subject, subjects)))
    .orderBy(desc(ballots.round))
}

/** What was voted at one meeting, in the order in which it was opened. */
export async function findAt(db: Reader, unitId: string, occasion: string): Promise<Ballot[]> {
  return db
    .select()
    .from(ballots)
    .where(and(eq(ballots.unitId, unitId), eq(ballots.occasion, occasion)))
    .orderBy(asc(ballots.id))
}

export async function lockLatest(
  tx: Db,
  { unitId, subject }: Subject,
): Promise<Ballot | undefined> {
  const [row] = await tx
    .select()
    .from(ballots)
    .where(and(eq(ballots.unitId, unitId), eq(ballots.subject, subject)))
    .orderBy(desc(ballots.round))
    .limit(1)
    .for('update')
  return row
}

export async function changeBallot(
  tx: Db,
  { unitId, id }: Ballot,
  changes: Partial<typeof ballots.$inferInsert>,
): Promise<Ballot> {
  const [row] = await tx
    .update(ballots)
    .set(changes)
    .where(and(eq(ballots.unitId, unitId), eq(ballots.id, id)))
    .returning()
  if (!row) throw new Error(`ballot ${id} went away while it was held`)
  return row
}
