import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { inLineWith, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import {
  floatingAnswers,
  floatingCensuses,
  floatingGroups,
  floatingResults,
  floatingTasks,
} from '../table.ts'

export type Census = typeof floatingCensuses.$inferSelect
export type Group = typeof floatingGroups.$inferSelect
export type Task = typeof floatingTasks.$inferSelect
type Key = { readonly unitId: string; readonly id: string }

/** Seen from where one stands: what was started here, below, or by somebody above. */
export function seenFrom(path: string, column: typeof floatingCensuses.path) {
  return inLineWith(path, column)
}

/** A round that reaches one of the places; the wider one asks the narrower. */
export async function findCensus(db: Reader, { unitId, id }: Key, paths: readonly string[]) {
  const [row] = await db
    .select()
    .from(floatingCensuses)
    .where(and(eq(floatingCensuses.unitId, unitId), eq(floatingCensuses.id, id)))
  return row && paths.some((path) => path.startsWith(row.path) || row.path.startsWith(path))
    ? row
    : undefined
}

export async function lockCensus(tx: Db, reach: Reach, { unitId, id }: Key) {
  const { path } = floatingCensuses
  const [row] = await tx
    .select()
    .from(floatingCensuses)
    .where(
      and(eq(floatingCensuses.unitId, unitId), eq(floatingCensuses.id, id), within(reach, path)),
    )
    .for('update')
  return row
}

/** Keeps the round, or finds the one the same form began before. */
export async function keepCensus(tx: Db, row: typeof floatingCensuses.$inferInsert) {
  const [kept] = await tx
    .insert(floatingCensuses)
    .values(row)
    .onConflictDoUpdate({
      target: [floatingCensuses.unitId, floatingCensuses.formId],
      set: { formId: sql`${floatingCensuses.formId}` },
    })
    .returning()
  if (!kept) throw new Error('the round was not kept')
  return kept
}

export async function closeCensusOn(tx: Db, { unitId, id }: Census, closedOn: string) {
  await tx
    .update(floatingCensuses)
    .set({ closedOn })
    .where(and(eq(floatingCensuses.unitId, unitId), eq(floatingCensuses.id, id)))
}

/** The last word about each of them counts. */
export async function keepAnswers(tx: Db, rows: readonly (typeof floatingAnswers.$inferInsert)[]) {
  await tx
    .insert(floatingAnswers)
    .values([...rows])
    .onConflictDoUpdate({
      target: [floatingAnswers.unitId, floatingAnswers.censusId, floatingAnswers.memberId],
      set: {
        answer: sql`excluded.answer`,
        destination: sql`excluded.destination`,
        byId: sql`excluded.by_id`,
        byName: sql`excluded.by_name`,
        at: sql`excluded.at`,
      },
    })
}

export async function findGroup(db: Reader, reach: Reach, { unitId, id }: Key) {
  const { path, endedOn } = floatingGroups
  const [row] = await db
    .select()
    .from(floatingGroups)
    .where(
      and(
        eq(floatingGroups.unitId, unitId),
        eq(floatingGroups.id, id),
        isNull(endedOn),
        within(reach, path),
      ),
    )
  return row
}

export async function keepGroup(tx: Db, row: typeof floatingGroups.$inferInsert): Promise<void> {
  await tx.insert(floatingGroups).values(row)
}

export async function endGroupOn(tx: Db, { unitId, id }: Group, endedOn: string): Promise<void> {
  await tx
    .update(floatingGroups)
    .set({ endedOn })
    .where(and(eq(floatingGroups.unitId, unitId), eq(floatingGroups.id, id)))
}

export async function findTask(db: Reader, reach: Reach | undefined, { unitId, id }: Key) {
  const [row] = await db
    .select()
    .from(floatingTasks)
    .where(
      and(
        eq(floatingTasks.unitId, unitId),
        eq(floatingTasks.id, id),
        reach ? within(reach, floatingTasks.path) : undefined,
      ),
    )
  return row
}

export async function keepTask(tx: Db, row: typeof floatingTasks.$inferInsert) {
  const [kept] = await tx
    .insert(floatingTasks)
    .values(row)
    .onConflictDoUpdate({
      target: [floatingTasks.unitId, floatingTasks.formId],
      set: { formId: sql`${floatingTasks.formId}` },
    })
    .returning()
  if (!kept) throw new Error('the task was not kept')
  return kept
}

export async function endTaskOn(tx: Db, { unitId, id }: Task, endedOn: string): Promise<void> {
  await tx
    .update(floatingTasks)
    .set({ endedOn })
    .where(and(eq(floatingTasks.unitId, unitId), eq(floatingTasks.id, id)))
}

type ResultKey = { readonly unitId: string; readonly taskId: string; readonly memberId: string }

export async function lockResult(tx: Db, { unitId, taskId, memberId }: ResultKey) {
  const [row] = await tx
    .select()
    .from(floatingResults)
    .where(
      and(
        eq(floatingResults.unitId, unitId),
        eq(floatingResults.taskId, taskId),
        eq(floatingResults.memberId, memberId),
      ),
    )
    .for('update')
  return row
}

/** Whether it was kept: the same person may have been faster on another phone. */
export async function keepResult(
  tx: Db,
  row: typeof floatingResults.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(floatingResults)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: floatingResults.id })
  return kept.length > 0
}

export async function updateResult(
  tx: Db,
  { unitId, id, version }: typeof floatingResults.$inferSelect,
  set: Partial<typeof floatingResults.$inferInsert>,
): Promise<number> {
  const next = version + 1
  await tx
    .update(floatingResults)
    .set({ ...set, version: next })
    .where(and(eq(floatingResults.unitId, unitId), eq(floatingResults.id, id)))
  return next
}
