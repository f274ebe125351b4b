import { and, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { brokenConstraint } from '../../../kernel/db.ts'
import { titleMovements, titleStocks } from '../table.ts'

export type NewMovement = Omit<typeof titleMovements.$inferInsert, 'id'> & { readonly id: string }
type Holder = {
  readonly unitId: string
  readonly titleId: string
  readonly organizationId: string
  readonly holderId: string
}
export type Kept = 'kept' | 'known' | 'short'

const heldBy = ({ unitId, titleId, organizationId, holderId }: Holder) =>
  and(
    eq(titleStocks.unitId, unitId),
    eq(titleStocks.titleId, titleId),
    eq(titleStocks.organizationId, organizationId),
    eq(titleStocks.holderId, holderId),
  )

/**
 * One line of the ledger and the stock it makes. What goes below zero is refused by the stock's constraint, whoever
 * came first; in a savepoint, so that what is left can still be told.
 */
export async function keepMovement(tx: Db, row: NewMovement): Promise<Kept> {
  try {
    return await tx.transaction(async (inner) => {
      const kept = await inner
        .insert(titleMovements)
        .values(row)
        .onConflictDoNothing({ target: [titleMovements.unitId, titleMovements.id] })
        .returning({ id: titleMovements.id })
      if (kept.length === 0) return 'known'
      await changeStock(inner, row)
      return 'kept'
    })
  } catch (error) {
    if (brokenConstraint(error) === 'title_stocks_not_below_zero') return 'short'
    throw error
  }
}

async function changeStock(tx: Db, row: NewMovement): Promise<void> {
  const { unitId, titleId, organizationId, holderId, memberId = null, delta } = row
  const holder = { unitId, titleId, organizationId, holderId }
  const changed = await tx
    .update(titleStocks)
    .set({ copies: sql`${titleStocks.copies} + ${delta}` })
    .where(heldBy(holder))
    .returning({ id: titleStocks.id })
  if (changed.length > 0) return
  await tx
    .insert(titleStocks)
    .values({ ...holder, memberId, copies: delta })
    .onConflictDoUpdate({
      target: [
        titleStocks.unitId,
        titleStocks.titleId,
        titleStocks.organizationId,
        titleStocks.holderId,
      ],
      set: { copies: sql`${titleStocks.copies} + ${delta}` },
    })
}

export async function copiesOf(db: Reader, holder: Holder): Promise<number> {
  const [row] = await db
    .select({ copies: titleStocks.copies })
    .from(titleStocks)
    .where(heldBy(holder))
  return row?.copies ?? 0
}

export async function findMovement(db: Reader, unitId: string, id: string) {
  const [row] = await db
    .select()
    .from(titleMovements)
    .where(and(eq(titleMovements.unitId, unitId), eq(titleMovements.id, id)))
  return row
}
