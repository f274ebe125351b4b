import { and, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { partners } from '../table.ts'
import { unlessTaken } from './kept.ts'

type Partner = typeof partners.$inferSelect
type Key = Pick<Partner, 'unitId' | 'id'>

export async function lockPartner(
  tx: Db,
  reach: Reach,
  { unitId, id }: Key,
): Promise<Partner | undefined> {
  const [row] = await tx
    .select()
    .from(partners)
    .where(and(eq(partners.unitId, unitId), eq(partners.id, id), within(reach, partners.path)))
    .for('update')
  return row
}

export async function findPartner(db: Reader, { unitId, id }: Key): Promise<Partner | undefined> {
  const [row] = await db
    .select()
    .from(partners)
    .where(and(eq(partners.unitId, unitId), eq(partners.id, id)))
  return row
}

/** Kept, or nothing where there is a partner of that id. */
export async function keepPartner(tx: Db, row: typeof partners.$inferInsert): Promise<boolean> {
  const target = [partners.unitId, partners.id]
  return unlessTaken(tx.insert(partners).values(row).onConflictDoNothing({ target }).returning())
}

export async function changePartner(
  tx: Db,
  { unitId, id, version }: Partner,
  facts: Partial<typeof partners.$inferInsert>,
): Promise<void> {
  await tx
    .update(partners)
    .set({ ...facts, version: version + 1 })
    .where(and(eq(partners.unitId, unitId), eq(partners.id, id)))
}
