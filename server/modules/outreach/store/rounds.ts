import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { outreachRounds, outreachStops, outreachVisitors } from '../table.ts'

export type Round = typeof outreachRounds.$inferSelect
type Key = { readonly unitId: string; readonly roundId: string }
type StopPlan = { readonly memberId: string; readonly plannedOn: Day | null; readonly note: string }

function is({ unitId, roundId }: Key) {
  return and(eq(outreachRounds.unitId, unitId), eq(outreachRounds.id, roundId))
}

export async function findRound(db: Reader, key: Key): Promise<Round | undefined> {
  const [row] = await db.select().from(outreachRounds).where(is(key))
  return row
}

export async function lockRound(tx: Db, reach: Reach, key: Key): Promise<Round | undefined> {
  const [row] = await tx
    .select()
    .from(outreachRounds)
    .where(and(is(key), within(reach, outreachRounds.path)))
    .for('update')
  return row
}

/** Keeps the round, or finds the one that the same form began before. */
export async function keepRound(tx: Db, row: typeof outreachRounds.$inferInsert): Promise<Round> {
  const [kept] = await tx
    .insert(outreachRounds)
    .values(row)
    .onConflictDoUpdate({
      target: [outreachRounds.unitId, outreachRounds.formId],
      set: { formId: sql`${outreachRounds.formId}` },
    })
    .returning()
  if (!kept) throw new Error('the round was not kept')
  return kept
}

export async function changeRound(
  tx: Db,
  { unitId, id, version }: Round,
  set: Partial<typeof outreachRounds.$inferInsert>,
): Promise<number> {
  await tx
    .update(outreachRounds)
    .set({ ...set, version: version + 1 })
    .where(is({ unitId, roundId: id }))
  return version + 1
}

export async function keepVisitors(
  tx: Db,
  { unitId, roundId }: Key,
  people: readonly { readonly memberId: string; readonly name: string }[],
): Promise<void> {
  const rows = people.map((one) => ({ ...one, unitId, roundId, id: newId() }))
  await tx.insert(outreachVisitors).select(rowsOf(outreachVisitors, rows))
}

/** The route as it now is: in this order; who is no longer on it stays in memory as taken off. */
export async function keepStops(
  tx: Db,
  { unitId, roundId }: Key,
  { stops, today }: { readonly stops: readonly StopPlan[]; readonly today: Day },
): Promise<void> {
  const rows = stops.map((stop, position) => ({ ...stop, id: newId(), unitId, roundId, position }))
  await tx
    .update(outreachStops)
    .set({ removedOn: today })
    .where(
      and(
        eq(outreachStops.unitId, unitId),
        eq(outreachStops.roundId, roundId),
        isNull(outreachStops.removedOn),
        sql`not ${oneOf(
          outreachStops.memberId,
          stops.map(({ memberId }) => memberId),
        )}`,
      ),
    )
  await tx
    .insert(outreachStops)
    .select(rowsOf(outreachStops, rows))
    .onConflictDoUpdate({
      target: [outreachStops.unitId, outreachStops.roundId, outreachStops.memberId],
      set: {
        position: sql`excluded.position`,
        plannedOn: sql`excluded.planned_on`,
        note: sql`excluded.note`,
        removedOn: sql`null`,
      },
    })
}

export async function findStops(db: Reader, { unitId, roundId }: Key) {
  return db
    .select()
    .from(outreachStops)
    .where(and(eq(outreachStops.unitId, unitId), eq(outreachStops.roundId, roundId)))
    .orderBy(asc(outreachStops.position))
}

export async function isVisitor(
  db: Reader,
  { unitId, roundId, memberId }: Key & { readonly memberId: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: outreachVisitors.id })
    .from(outreachVisitors)
    .where(
      and(
        eq(outreachVisitors.unitId, unitId),
        eq(outreachVisitors.roundId, roundId),
        eq(outreachVisitors.memberId, memberId),
      ),
    )
  return row !== undefined
}
