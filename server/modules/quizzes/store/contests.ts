import { and, asc, countDistinct, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { rankPapers, rankSpeeches } from '../rules/ranking.ts'
import { quizAttempts, quizContests, quizMarks, quizzes } from '../table.ts'
import type { Quiz } from './quizzes.ts'

type ContestKey = { readonly unitId: string; readonly contestId: string }

export async function keepContest(tx: Db, row: typeof quizContests.$inferInsert): Promise<void> {
  await tx.insert(quizContests).values(row).onConflictDoNothing()
}

export async function lockContest(tx: Db, reach: Reach, { unitId, contestId }: ContestKey) {
  const [row] = await tx
    .select()
    .from(quizContests)
    .where(
      and(
        eq(quizContests.unitId, unitId),
        eq(quizContests.id, contestId),
        within(reach, quizContests.path),
      ),
    )
    .for('update')
  return row
}

export async function changeContest(
  tx: Db,
  { unitId, id, version }: typeof quizContests.$inferSelect,
  set: Partial<typeof quizContests.$inferInsert>,
): Promise<number> {
  await tx
    .update(quizContests)
    .set({ ...set, version: version + 1 })
    .where(and(eq(quizContests.unitId, unitId), eq(quizContests.id, id)))
  return version + 1
}

export async function roundsOf(db: Reader, { unitId, contestId }: ContestKey): Promise<Quiz[]> {
  return db
    .select()
    .from(quizzes)
    .where(
      and(
        eq(quizzes.unitId, unitId),
        eq(quizzes.contestId, contestId),
        isNull(quizzes.withdrawnAt),
      ),
    )
    .orderBy(asc(quizzes.round))
}

export async function keepMark(tx: Db, row: typeof quizMarks.$inferInsert): Promise<void> {
  await tx
    .insert(quizMarks)
    .values(row)
    .onConflictDoUpdate({
      target: [quizMarks.unitId, quizMarks.quizId, quizMarks.personId, quizMarks.judgeId],
      set: { points: row.points, at: row.at },
    })
}

/** The rounds of many contests, by contest, each with how many have taken part. */
export async function roundsOfAll(db: Reader, contestIds: readonly string[]) {
  const rounds = await db
    .select()
    .from(quizzes)
    .where(and(oneOf(quizzes.contestId, contestIds), isNull(quizzes.withdrawnAt)))
    .orderBy(asc(quizzes.round))
  const takers = await countTakers(
    db,
    rounds.map(({ id }) => id),
  )
  const counted = rounds.map((quiz) => ({ quiz, takers: takers.get(quiz.id) ?? 0 }))
  return Map.groupBy(counted, ({ quiz }) => quiz.contestId)
}

/** Who handed in a paper, or was given points for a speech; once each. */
async function countTakers(db: Reader, quizIds: readonly string[]) {
  const sat = await db
    .select({ quizId: quizAttempts.quizId, people: countDistinct(quizAttempts.personId) })
    .from(quizAttempts)
    .where(
      and(
        oneOf(quizAttempts.quizId, quizIds),
        eq(quizAttempts.phase, 'first'),
        isNotNull(quizAttempts.submittedAt),
      ),
    )
    .groupBy(quizAttempts.quizId)
  const spoke = await db
    .select({ quizId: quizMarks.quizId, people: countDistinct(quizMarks.personId) })
    .from(quizMarks)
    .where(oneOf(quizMarks.quizId, quizIds))
    .groupBy(quizMarks.quizId)
  return new Map([...sat, ...spoke].map(({ quizId, people }) => [quizId, people]))
}

/** The order of one round, or the place of one person alone in it, with the names of those who stand in it. */
export async function rankingOf(
  db: Reader,
  { unitId, id: quizId, kind }: Quiz,
  only: { readonly personId?: string } = {},
) {
  const asked = { unitId, quizId, ...only }
  const { names, places } = kind === 'speech' ? await speeches(db, asked) : await papers(db, asked)
  return places.map((place) => ({ ...place, ...named(names, place.personId) }))
}

type Named = { readonly name: string; readonly path: string }

function named(names: ReadonlyMap<string, Named>, personId: string): Named {
  return names.get(personId) ?? { name: '', path: '' }
}

type Asked = { readonly unitId: string; readonly quizId: string; readonly personId?: string }

async function papers(db: Reader, { unitId, quizId, personId }: Asked) {
  const rows = await db
    .select({
      personId: quizAttempts.personId,
      name: quizAttempts.personName,
      path: quizAttempts.personPath,
      percent: quizAttempts.percent,
      startedAt: quizAttempts.startedAt,
      submittedAt: quizAttempts.submittedAt,
    })
    .from(quizAttempts)
    .where(
      and(
        eq(quizAttempts.unitId, unitId),
        eq(quizAttempts.quizId, quizId),
        eq(quizAttempts.phase, 'first'),
        isNotNull(quizAttempts.submittedAt),
        personId ? eq(quizAttempts.personId, personId) : undefined,
      ),
    )
  const sittings = rows.map(({ percent, startedAt, submittedAt, ...who }) => ({
    personId: who.personId,
    percent: percent ?? 0,
    seconds: Math.round(((submittedAt ?? startedAt).getTime() - startedAt.getTime()) / 1000),
  }))
  return { names: namesOf(rows), places: rankPapers(sittings) }
}

async function speeches(db: Reader, { unitId, quizId, personId }: Asked) {
  const rows = await db
    .select({
      personId: quizMarks.personId,
      name: quizMarks.personName,
      path: quizMarks.personPath,
      points: quizMarks.points,
    })
    .from(quizMarks)
    .where(
      and(
        eq(quizMarks.unitId, unitId),
        eq(quizMarks.quizId, quizId),
        personId ? eq(quizMarks.personId, personId) : undefined,
      ),
    )
  const byPerson = Map.groupBy(rows, (row) => row.personId)
  const marked = [...byPerson].map(([id, all]) => ({
    personId: id,
    points: all.map(({ points }) => points),
  }))
  return { names: namesOf(rows), places: rankSpeeches(marked) }
}

function namesOf(rows: readonly (Named & { readonly personId: string })[]): Map<string, Named> {
  return new Map(rows.map(({ personId, name, path }) => [personId, { name, path }]))
}
