import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { titleOrders } from '../table.ts'

type Order = typeof titleOrders.$inferSelect

/** Whether it is new: the same form sent twice orders once. */
export async function keepOrder(tx: Db, row: typeof titleOrders.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(titleOrders)
    .values(row)
    .onConflictDoNothing({ target: [titleOrders.unitId, titleOrders.id] })
    .returning({ id: titleOrders.id })
  return kept.length > 0
}

export async function lockOrder(tx: Db, unitId: string, id: string): Promise<Order | undefined> {
  const [row] = await tx
    .select()
    .from(titleOrders)
    .where(and(eq(titleOrders.unitId, unitId), eq(titleOrders.id, id)))
    .for('update')
  return row
}

export async function changeOrder(
  tx: Db,
  { unitId, id }: Order,
  changes: Partial<typeof titleOrders.$inferInsert>,
): Promise<void> {
  await tx
    .update(titleOrders)
    .set(changes)
    .where(and(eq(titleOrders.unitId, unitId), eq(titleOrders.id, id)))
}
