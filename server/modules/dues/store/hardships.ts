import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { duesHardships, duesPublications } from '../table.ts'

type Row = typeof duesHardships.$inferSelect

export async function keepHardship(tx: Db, row: typeof duesHardships.$inferInsert): Promise<void> {
  await tx.insert(duesHardships).values(row)
}

/** Held still; nothing outside the reach. */
export async function lockHardship(
  tx: Db,
  reach: Reach,
  { unitId, hardshipId }: { readonly unitId: string; readonly hardshipId: string },
): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(duesHardships)
    .where(
      and(
        eq(duesHardships.unitId, unitId),
        eq(duesHardships.id, hardshipId),
        within(reach, duesHardships.path),
      ),
    )
    .for('update')
  return row
}

export async function changeHardship(
  tx: Db,
  { unitId, id, version }: Row,
  set: Pick<Row, 'state' | 'answer'>,
): Promise<void> {
  await tx
    .update(duesHardships)
    .set({ ...set, version: version + 1 })
    .where(and(eq(duesHardships.unitId, unitId), eq(duesHardships.id, id)))
}

type Quarter = {
  readonly unitId: string
  readonly organizationId: string
  readonly quarter: string
}

/** The number of the last edition, 0 where there was none. */
export async function lastEdition(tx: Db, { unitId, organizationId, quarter }: Quarter) {
  const [row] = await tx
    .select({ edition: duesPublications.edition })
    .from(duesPublications)
    .where(
      and(
        eq(duesPublications.unitId, unitId),
        eq(duesPublications.organizationId, organizationId),
        eq(duesPublications.quarter, quarter),
      ),
    )
    .orderBy(desc(duesPublications.edition))
    .limit(1)
  return row?.edition ?? 0
}

export async function keepPublication(
  tx: Db,
  row: typeof duesPublications.$inferInsert,
): Promise<void> {
  await tx.insert(duesPublications).values(row)
}
