import { and, asc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { shortcomingEntries, shortcomings } from '../table.ts'

export type Shortcoming = typeof shortcomings.$inferSelect
type ShortcomingKey = { readonly unitId: string; readonly shortcomingId: string }

export async function lockShortcoming(
  tx: Db,
  reach: Reach,
  { unitId, shortcomingId }: ShortcomingKey,
): Promise<Shortcoming | undefined> {
  const [row] = await tx
    .select()
    .from(shortcomings)
    .where(
      and(
        eq(shortcomings.unitId, unitId),
        eq(shortcomings.id, shortcomingId),
        within(reach, shortcomings.path),
      ),
    )
    .for('update')
  return row
}

export async function keepShortcoming(
  tx: Db,
  row: typeof shortcomings.$inferInsert,
): Promise<void> {
  await tx.insert(shortcomings).values(row)
}

export async function changeShortcoming(
  tx: Db,
  { unitId, id, version }: Shortcoming,
  changes: Partial<typeof shortcomings.$inferInsert>,
): Promise<number> {
  await tx
    .update(shortcomings)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(shortcomings.unitId, unitId), eq(shortcomings.id, id)))
  return version + 1
}

export async function addEntry(tx: Db, row: typeof shortcomingEntries.$inferInsert): Promise<void> {
  await tx.insert(shortcomingEntries).values(row)
}

export async function findEntries(db: Reader, ids: readonly string[]) {
  const rows = await db
    .select()
    .from(shortcomingEntries)
    .where(oneOf(shortcomingEntries.shortcomingId, ids))
    .orderBy(asc(shortcomingEntries.at), asc(shortcomingEntries.id))
  return Map.groupBy(rows, ({ shortcomingId }) => shortcomingId)
}
