import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { campaignReturns } from '../table.ts'

export type Return = typeof campaignReturns.$inferSelect
type Whose = {
  readonly unitId: string
  readonly organizationId: string
  readonly returnFormId: string
}

function of({ unitId, organizationId, returnFormId }: Whose) {
  return and(
    eq(campaignReturns.unitId, unitId),
    eq(campaignReturns.organizationId, organizationId),
    eq(campaignReturns.returnFormId, returnFormId),
  )
}

export async function lockReturn(tx: Db, whose: Whose): Promise<Return | undefined> {
  const [row] = await tx.select().from(campaignReturns).where(of(whose)).for('update')
  return row
}

export async function lockReturnById(
  tx: Db,
  unitId: string,
  id: string,
): Promise<Return | undefined> {
  const [row] = await tx
    .select()
    .from(campaignReturns)
    .where(and(eq(campaignReturns.unitId, unitId), eq(campaignReturns.id, id)))
    .for('update')
  return row
}

/** Whether it was kept: nobody else may have been faster. */
export async function keepReturn(
  tx: Db,
  row: typeof campaignReturns.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(campaignReturns)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: campaignReturns.id })
  return kept.length > 0
}

export async function changeReturn(
  tx: Db,
  { unitId, id, version }: Return,
  set: Partial<typeof campaignReturns.$inferInsert>,
): Promise<number> {
  await tx
    .update(campaignReturns)
    .set({ ...set, version: version + 1 })
    .where(and(eq(campaignReturns.unitId, unitId), eq(campaignReturns.id, id)))
  return version + 1
}
