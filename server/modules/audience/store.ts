import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../kernel/db.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { audienceWatches, savedAudiences } from './table.ts'

export type Saved = typeof savedAudiences.$inferSelect
export type Watch = typeof audienceWatches.$inferSelect
type Key = { readonly unitId: string; readonly id: string }

/** A saved audience of the reach, held still. */
export async function lockSaved(tx: Db, reach: Reach, { unitId, id }: Key) {
  const { path } = savedAudiences
  const [row] = await tx
    .select()
    .from(savedAudiences)
    .where(and(eq(savedAudiences.unitId, unitId), eq(savedAudiences.id, id), within(reach, path)))
    .for('update')
  return row
}

export async function keepSaved(tx: Db, row: typeof savedAudiences.$inferInsert): Promise<void> {
  await tx.insert(savedAudiences).values(row)
}

export async function updateSaved(
  tx: Db,
  { unitId, id, version }: Saved,
  set: Partial<typeof savedAudiences.$inferInsert>,
): Promise<number> {
  const next = version + 1
  await tx
    .update(savedAudiences)
    .set({ ...set, version: next })
    .where(and(eq(savedAudiences.unitId, unitId), eq(savedAudiences.id, id)))
  return next
}

export async function dropSaved(tx: Db, { unitId, id }: Saved): Promise<void> {
  await tx
    .delete(savedAudiences)
    .where(and(eq(savedAudiences.unitId, unitId), eq(savedAudiences.id, id)))
}

export async function keepWatch(tx: Db, row: typeof audienceWatches.$inferInsert): Promise<void> {
  await tx.insert(audienceWatches).values(row)
}

export async function lockWatch(tx: Db, reach: Reach, { unitId, id }: Key) {
  const { path, endedOn } = audienceWatches
  const [row] = await tx
    .select()
    .from(audienceWatches)
    .where(
      and(
        eq(audienceWatches.unitId, unitId),
        eq(audienceWatches.id, id),
        isNull(endedOn),
        within(reach, path),
      ),
    )
    .for('update')
  return row
}

export async function endWatchOn(tx: Db, { unitId, id }: Watch, endedOn: string): Promise<void> {
  await tx
    .update(audienceWatches)
    .set({ endedOn })
    .where(and(eq(audienceWatches.unitId, unitId), eq(audienceWatches.id, id)))
}
