import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import {
  outreachAnswers,
  outreachCensuses,
  outreachGroups,
  outreachResults,
  outreachTasks,
} from '../table.ts'

export type Census = typeof outreachCensuses.$inferSelect
export type Group = typeof outreachGroups.$inferSelect
export type Task = typeof outreachTasks.$inferSelect
type Key = { readonly unitId: string; readonly id: string }

/** Seen from where one stands: what was started here, below, or by somebody above. */
export function seenFrom(path: string, column: typeof outreachCensuses.path) {
  return sql`(${column} like ${`${path}%`} or starts_with(${path}::text, ${column}))`
}

/** A round that reaches one of the places; the wider one asks the narrower. */
export async function findCensus(db: Reader, { unitId, id }: Key, paths: readonly string[]) {
  const [row] = await db
    .select()
    .from(outreachCensuses)
    .where(and(eq(outreachCensuses.unitId, unitId), eq(outreachCensuses.id, id)))
  return row && paths.some((path) => path.startsWith(row.path) || row.path.startsWith(path))
    ? row
    : undefined
}

export async function lockCensus(tx: Db, reach: Reach, { unitId, id }: Key) {
  const { path } = outreachCensuses
  const [row] = await tx
    .select()
    .from(outreachCensuses)
    .where(
      and(eq(outreachCensuses.unitId, unitId), eq(outreachCensuses.id, id), within(reach, path)),
    )
    .for('update')
  return row
}

/** Keeps the round, or finds the one the same form began before. */
export async function keepCensus(tx: Db, row: typeof outreachCensuses.$inferInsert) {
  const [kept] = await tx
    .insert(outreachCensuses)
    .values(row)
    .onConflictDoUpdate({
      target: [outreachCensuses.unitId, outreachCensuses.formId],
      set: { formId: sql`${outreachCensuses.formId}` },
    })
    .returning()
  if (!kept) throw new Error('the round was not kept')
  return kept
}

export async function closeCensusOn(tx: Db, { unitId, id }: Census, closedOn: string) {
  await tx
    .update(outreachCensuses)
    .set({ closedOn })
    .where(and(eq(outreachCensuses.unitId, unitId), eq(outreachCensuses.id, id)))
}

/** The last word about each of them counts. */
export async function keepAnswers(tx: Db, rows: readonly (typeof outreachAnswers.$inferInsert)[]) {
  await tx
    .insert(outreachAnswers)
    .values([...rows])
    .onConflictDoUpdate({
      target: [outreachAnswers.unitId, outreachAnswers.censusId, outreachAnswers.memberId],
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
  const { path, endedOn } = outreachGroups
  const [row] = await db
    .select()
    .from(outreachGroups)
    .where(
      and(
        eq(outreachGroups.unitId, unitId),
        eq(outreachGroups.id, id),
        isNull(endedOn),
        within(reach, path),
      ),
    )
  return row
}

export async function keepGroup(tx: Db, row: typeof outreachGroups.$inferInsert): Promise<void> {
  await tx.insert(outreachGroups).values(row)
}

export async function endGroupOn(tx: Db, { unitId, id }: Group, endedOn: string): Promise<void> {
  await tx
    .update(outreachGroups)
    .set({ endedOn })
    .where(and(eq(outreachGroups.unitId, unitId), eq(outreachGroups.id, id)))
}

export async function findTask(db: Reader, reach: Reach | undefined, { unitId, id }: Key) {
  const [row] = await db
    .select()
    .from(outreachTasks)
    .where(
      and(
        eq(outreachTasks.unitId, unitId),
        eq(outreachTasks.id, id),
        reach ? within(reach, outreachTasks.path) : undefined,
      ),
    )
  return row
}

export async function keepTask(tx: Db, row: typeof outreachTasks.$inferInsert) {
  const [kept] = await tx
    .insert(outreachTasks)
    .values(row)
    .onConflictDoUpdate({
      target: [outreachTasks.unitId, outreachTasks.formId],
      set: { formId: sql`${outreachTasks.formId}` },
    })
    .returning()
  if (!kept) throw new Error('the task was not kept')
  return kept
}

export async function endTaskOn(tx: Db, { unitId, id }: Task, endedOn: string): Promise<void> {
  await tx
    .update(outreachTasks)
    .set({ endedOn })
    .where(and(eq(outreachTasks.unitId, unitId), eq(outreachTasks.id, id)))
}

type ResultKey = { readonly unitId: string; readonly taskId: string; readonly memberId: string }

export async function lockResult(tx: Db, { unitId, taskId, memberId }: ResultKey) {
  const [row] = await tx
    .select()
    .from(outreachResults)
    .where(
      and(
        eq(outreachResults.unitId, unitId),
        eq(outreachResults.taskId, taskId),
        eq(outreachResults.memberId, memberId),
      ),
    )
    .for('update')
  return row
}

/** Whether it was kept: the same person may have been faster on another phone. */
export async function keepResult(
  tx: Db,
  row: typeof outreachResults.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(outreachResults)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: outreachResults.id })
  return kept.length > 0
}

export async function updateResult(
  tx: Db,
  { unitId, id, version }: typeof outreachResults.$inferSelect,
  set: Partial<typeof outreachResults.$inferInsert>,
): Promise<number> {
  const next = version + 1
  await tx
    .update(outreachResults)
    .set({ ...set, version: next })
    .where(and(eq(outreachResults.unitId, unitId), eq(outreachResults.id, id)))
  return next
}
