import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { outreachPacks } from '../table.ts'

type Pack = typeof outreachPacks.$inferSelect
type Key = { readonly unitId: string; readonly packId: string }

export async function findPack(db: Reader, { unitId, packId }: Key) {
  const [row] = await db
    .select()
    .from(outreachPacks)
    .where(and(eq(outreachPacks.unitId, unitId), eq(outreachPacks.id, packId)))
  return row
}

export async function lockPack(tx: Db, reach: Reach, { unitId, packId }: Key) {
  const [row] = await tx
    .select()
    .from(outreachPacks)
    .where(
      and(
        eq(outreachPacks.unitId, unitId),
        eq(outreachPacks.id, packId),
        isNull(outreachPacks.endedOn),
        within(reach, outreachPacks.path),
      ),
    )
    .for('update')
  return row
}

/** Whether it was kept: the same form may have been sent twice. */
export async function keepPack(tx: Db, row: typeof outreachPacks.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(outreachPacks)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: outreachPacks.id })
  return kept.length > 0
}

export async function changePack(
  tx: Db,
  { unitId, id, version }: Pack,
  set: Partial<typeof outreachPacks.$inferInsert>,
): Promise<number> {
  await tx
    .update(outreachPacks)
    .set({ ...set, version: version + 1 })
    .where(and(eq(outreachPacks.unitId, unitId), eq(outreachPacks.id, id)))
  return version + 1
}
