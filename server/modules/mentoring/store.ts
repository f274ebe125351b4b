import { and, eq, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/calendar.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { rowsOf } from '../../kernel/many.ts'
import { mentorPairs, mentorSessions, placements, placementTasks } from './table.ts'

type Key = { readonly unitId: string; readonly id: string }
export type Task = typeof placementTasks.$inferSelect

/** Whether it was kept: two people are one pair at a time. */
export async function keepPair(tx: Db, row: typeof mentorPairs.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(mentorPairs)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: mentorPairs.id })
  return kept.length > 0
}

export async function lockPair(tx: Db, { unitId, id }: Key) {
  const [row] = await tx
    .select()
    .from(mentorPairs)
    .where(and(eq(mentorPairs.unitId, unitId), eq(mentorPairs.id, id)))
    .for('update')
  return row
}

export async function endPairOn(tx: Db, { unitId, id }: Key, endedOn: Day, endReason: string) {
  await tx
    .update(mentorPairs)
    .set({ endedOn, endReason })
    .where(and(eq(mentorPairs.unitId, unitId), eq(mentorPairs.id, id)))
}

/** Keeps the session, or finds the one the same form kept before. */
export async function keepSession(
  tx: Db,
  row: typeof mentorSessions.$inferInsert & { readonly id: string },
): Promise<string> {
  const [kept] = await tx
    .insert(mentorSessions)
    .values(row)
    .onConflictDoUpdate({
      target: [mentorSessions.unitId, mentorSessions.formId],
      set: { formId: sql`${mentorSessions.formId}` },
    })
    .returning({ id: mentorSessions.id })
  return kept?.id ?? row.id
}

export async function lockSession(tx: Db, { unitId, id }: Key) {
  const [row] = await tx
    .select()
    .from(mentorSessions)
    .where(and(eq(mentorSessions.unitId, unitId), eq(mentorSessions.id, id)))
    .for('update')
  return row
}

export async function sayOfSession(tx: Db, { unitId, id }: Key, isTrue: boolean): Promise<void> {
  await tx
    .update(mentorSessions)
    .set({ isTrue })
    .where(and(eq(mentorSessions.unitId, unitId), eq(mentorSessions.id, id)))
}

type Wanted = { readonly title: string; readonly dueOn: Day }

/** The placement with its tasks, or the one the same form kept before. */
export async function keepPlacement(
  tx: Db,
  row: typeof placements.$inferInsert,
  tasks: readonly Wanted[],
): Promise<string> {
  const [kept] = await tx
    .insert(placements)
    .values(row)
    .onConflictDoUpdate({
      target: [placements.unitId, placements.formId],
      set: { formId: sql`${placements.formId}` },
    })
    .returning({ id: placements.id })
  const placementId = kept?.id ?? ''
  if (placementId !== row.id) return placementId
  const { unitId } = row
  const rows = tasks.map((task) => ({ ...task, id: newId(), unitId, placementId }))
  await tx.insert(placementTasks).select(rowsOf(placementTasks, rows))
  return placementId
}

/** A task with the placement it belongs to, held still. */
export async function lockTask(tx: Db, { unitId, id }: Key) {
  const [row] = await tx
    .select({ task: placementTasks, placement: placements })
    .from(placementTasks)
    .innerJoin(
      placements,
      and(
        eq(placements.unitId, placementTasks.unitId),
        eq(placements.id, placementTasks.placementId),
      ),
    )
    .where(and(eq(placementTasks.unitId, unitId), eq(placementTasks.id, id)))
    .for('update', { of: placementTasks })
  return row
}

export async function changeTask(
  tx: Db,
  { unitId, id, version }: Task,
  set: Partial<typeof placementTasks.$inferInsert>,
): Promise<number> {
  await tx
    .update(placementTasks)
    .set({ ...set, version: version + 1 })
    .where(and(eq(placementTasks.unitId, unitId), eq(placementTasks.id, id)))
  return version + 1
}
