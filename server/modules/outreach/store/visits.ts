import { and, asc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { oneOf } from '../../../kernel/many.ts'
import { outreachCaptures, outreachConfirmations, outreachVisits } from '../table.ts'

export type Visit = typeof outreachVisits.$inferSelect
export type Capture = typeof outreachCaptures.$inferSelect
type Key = { readonly unitId: string; readonly visitId: string }

function is({ unitId, visitId }: Key) {
  return and(eq(outreachVisits.unitId, unitId), eq(outreachVisits.id, visitId))
}

/** The visit of that member on that day, held still; begun by whoever is first. */
export async function openVisit(
  tx: Db,
  facts: Pick<Visit, 'unitId' | 'roundId' | 'memberId' | 'path' | 'day'>,
): Promise<Visit> {
  await tx
    .insert(outreachVisits)
    .values({ ...facts, id: newId(), state: 'captured' })
    .onConflictDoNothing()
  const { unitId, memberId, day } = facts
  const [row] = await tx
    .select()
    .from(outreachVisits)
    .where(
      and(
        eq(outreachVisits.unitId, unitId),
        eq(outreachVisits.memberId, memberId),
        eq(outreachVisits.day, day),
      ),
    )
    .for('update')
  if (!row) throw new Error('the visit was not begun')
  return row
}

export async function lockVisit(tx: Db, key: Key): Promise<Visit | undefined> {
  const [row] = await tx.select().from(outreachVisits).where(is(key)).for('update')
  return row
}

export async function findVisit(db: Reader, key: Key): Promise<Visit | undefined> {
  const [row] = await db.select().from(outreachVisits).where(is(key))
  return row
}

export async function changeVisit(
  tx: Db,
  visit: Visit,
  set: Partial<typeof outreachVisits.$inferInsert>,
): Promise<Visit> {
  const changed = { ...set, version: visit.version + 1 }
  const [row] = await tx
    .update(outreachVisits)
    .set(changed)
    .where(is({ unitId: visit.unitId, visitId: visit.id }))
    .returning()
  if (!row) throw new Error('the visit is gone')
  return row
}

export async function findCapture(
  tx: Db,
  { unitId, captureId }: { readonly unitId: string; readonly captureId: string },
): Promise<Capture | undefined> {
  const [row] = await tx
    .select()
    .from(outreachCaptures)
    .where(and(eq(outreachCaptures.unitId, unitId), eq(outreachCaptures.id, captureId)))
  return row
}

/** Whether it was kept: the same phone may be sending it on another line at this moment. */
export async function keepCapture(
  tx: Db,
  row: typeof outreachCaptures.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(outreachCaptures)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: outreachCaptures.id })
  return kept.length > 0
}

export async function changeCapture(
  tx: Db,
  { unitId, id }: Capture,
  set: Partial<typeof outreachCaptures.$inferInsert>,
): Promise<void> {
  await tx
    .update(outreachCaptures)
    .set(set)
    .where(and(eq(outreachCaptures.unitId, unitId), eq(outreachCaptures.id, id)))
}

/** The last word of each person. */
export async function keepConfirmation(
  tx: Db,
  row: typeof outreachConfirmations.$inferInsert,
): Promise<void> {
  const { isTrue, note, at } = row
  const { unitId, visitId, personId } = outreachConfirmations
  await tx
    .insert(outreachConfirmations)
    .values(row)
    .onConflictDoUpdate({ target: [unitId, visitId, personId], set: { isTrue, note, at } })
}

/** All that was said about these visits, by visit; in an order that does not depend on which phone was faster. */
export async function findSaid(db: Reader, visitIds: readonly string[]) {
  const captures = await db
    .select()
    .from(outreachCaptures)
    .where(oneOf(outreachCaptures.visitId, visitIds))
    .orderBy(asc(outreachCaptures.at), asc(outreachCaptures.id))
  const confirmations = await db
    .select()
    .from(outreachConfirmations)
    .where(oneOf(outreachConfirmations.visitId, visitIds))
    .orderBy(asc(outreachConfirmations.at), asc(outreachConfirmations.id))
  const [written, said] = [
    Map.groupBy(captures, ({ visitId }) => visitId),
    Map.groupBy(confirmations, ({ visitId }) => visitId),
  ]
  return (visitId: string) => ({
    captures: written.get(visitId) ?? [],
    confirmations: said.get(visitId) ?? [],
  })
}

export type SaidRows = ReturnType<Awaited<ReturnType<typeof findSaid>>>
