import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
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

/** The order of one round, with the names of those who stand in it. */
export async function rankingOf(db: Reader, { unitId, id, kind }: Quiz) {
  const { names, places } =
    kind === 'speech' ? await speeches(db, unitId, id) : await papers(db, unitId, id)
  return places.map((place) => ({ ...place, ...named(names, place.personId) }))
}

type Named = { readonly name: string; readonly path: string }

function named(names: ReadonlyMap<string, Named>, personId: string): Named {
  return names.get(personId) ?? { name: '', path: '' }
}

async function papers(db: Reader, unitId: string, quizId: string) {
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
      ),
    )
  const sittings = rows.map(({ personId, percent, startedAt, submittedAt }) => ({
    personId,
    percent: percent ?? 0,
    seconds: Math.round(((submittedAt ?? startedAt).getTime() - startedAt.getTime()) / 1000),
  }))
  return { names: namesOf(rows), places: rankPapers(sittings) }
}

async function speeches(db: Reader, unitId: string, quizId: string) {
  const rows = await db
    .select({
      personId: quizMarks.personId,
      name: quizMarks.personName,
      path: quizMarks.personPath,
      points: quizMarks.points,
    })
    .from(quizMarks)
    .where(and(eq(quizMarks.unitId, unitId), eq(quizMarks.quizId, quizId)))
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  const marked = [...byPerson].map(([personId, all]) => ({
    personId,
    points: all.map(({ points }) => points),
  }))
  return { names: namesOf(rows), places: rankSpeeches(marked) }
}

function namesOf(rows: readonly (Named & { readonly personId: string })[]): Map<string, Named> {
  return new Map(rows.map(({ personId, name, path }) => [personId, { name, path }]))
}
