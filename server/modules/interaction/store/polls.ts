import { and, asc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { pollAnswers, polls } from '../table.ts'

export type Poll = typeof polls.$inferSelect
export type AboutKey = {
  readonly unitId: string
  readonly about: Poll['about']
  readonly aboutId: string
}

function onFloor({ unitId, about, aboutId }: AboutKey) {
  return and(eq(polls.unitId, unitId), eq(polls.about, about), eq(polls.aboutId, aboutId))
}

export async function keepPoll(tx: Db, row: typeof polls.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(polls).values(row).onConflictDoNothing().returning({ id: polls.id })
  return kept.length > 0
}

/** All of one floor, in the order in which they were written. */
export async function findPolls(db: Reader, key: AboutKey): Promise<Poll[]> {
  return db.select().from(polls).where(onFloor(key)).orderBy(asc(polls.createdAt), asc(polls.id))
}

/** All of one floor, held still: of two that begin at once, the second sees the first. */
export async function lockPolls(tx: Db, key: AboutKey): Promise<Poll[]> {
  return tx.select().from(polls).where(onFloor(key)).orderBy(asc(polls.id)).for('update')
}

/** As it is while somebody votes: it is not over before they have. */
export async function holdPoll(tx: Db, key: AboutKey, pollId: string): Promise<Poll | undefined> {
  const [row] = await tx
    .select()
    .from(polls)
    .where(and(onFloor(key), eq(polls.id, pollId)))
    .for('share')
  return row
}

type PollKey = Pick<Poll, 'unitId' | 'id'>

export async function setPoll(
  tx: Db,
  { unitId, id }: PollKey,
  set: Partial<Pick<Poll, 'state' | 'openedAt' | 'closedAt'>>,
): Promise<void> {
  await tx
    .update(polls)
    .set(set)
    .where(and(eq(polls.unitId, unitId), eq(polls.id, id)))
}

export async function removePoll(tx: Db, { unitId, id }: PollKey): Promise<void> {
  await tx.delete(polls).where(and(eq(polls.unitId, unitId), eq(polls.id, id)))
}

export async function keepVote(tx: Db, row: typeof pollAnswers.$inferInsert): Promise<void> {
  const { answers, at } = row
  await tx
    .insert(pollAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: [pollAnswers.unitId, pollAnswers.pollId, pollAnswers.memberId],
      set: { answers, at },
    })
}

export async function countVotes(db: Reader, { unitId, id }: PollKey): Promise<number> {
  return db.$count(pollAnswers, and(eq(pollAnswers.unitId, unitId), eq(pollAnswers.pollId, id)))
}

export async function findVotes(db: Reader, unitId: string, pollIds: readonly string[]) {
  return db
    .select({
      pollId: pollAnswers.pollId,
      memberId: pollAnswers.memberId,
      answers: pollAnswers.answers,
    })
    .from(pollAnswers)
    .where(and(eq(pollAnswers.unitId, unitId), oneOf(pollAnswers.pollId, pollIds)))
}
