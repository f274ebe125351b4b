import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { campaignFindings } from '../table.ts'

export type Finding = typeof campaignFindings.$inferSelect

export async function keepFinding(
  tx: Db,
  row: typeof campaignFindings.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(campaignFindings)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: campaignFindings.id })
  return kept.length > 0
}

export async function lockFinding(
  tx: Db,
  unitId: string,
  id: string,
): Promise<Finding | undefined> {
  const [row] = await tx
    .select()
    .from(campaignFindings)
    .where(and(eq(campaignFindings.unitId, unitId), eq(campaignFindings.id, id)))
    .for('update')
  return row
}

export async function changeFinding(
  tx: Db,
  { unitId, id, version }: Finding,
  set: Partial<typeof campaignFindings.$inferInsert>,
): Promise<number> {
  await tx
    .update(campaignFindings)
    .set({ ...set, version: version + 1 })
    .where(and(eq(campaignFindings.unitId, unitId), eq(campaignFindings.id, id)))
  return version + 1
}
