import { and, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { partners } from '../table.ts'

type Partner = typeof partners.$inferSelect
type Key = Pick<Partner, 'unitId' | 'id'>

export async function lockPartner(tx: Db, { unitId, id }: Key): Promise<Partner | undefined> {
  const [row] = await tx
    .select()
    .from(partners)
    .where(and(eq(partners.unitId, unitId), eq(partners.id, id)))
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

export async function keepPartner(tx: Db, row: typeof partners.$inferInsert): Promise<void> {
  await tx.insert(partners).values(row)
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
