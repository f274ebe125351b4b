import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { elections } from '../table.ts'

export type Election = typeof elections.$inferSelect
export type ElectionKey = { readonly unitId: string; readonly electionId: string }

function ofKey(reach: Reach, { unitId, electionId }: ElectionKey) {
  return and(
    eq(elections.unitId, unitId),
    eq(elections.id, electionId),
    within(reach, elections.path),
  )
}

export async function findElection(
  db: Reader,
  reach: Reach,
  key: ElectionKey,
): Promise<Election | undefined> {
  const [row] = await db.select().from(elections).where(ofKey(reach, key))
  return row
}

export async function lockElection(
  tx: Db,
  reach: Reach,
  key: ElectionKey,
): Promise<Election | undefined> {
  const [row] = await tx.select().from(elections).where(ofKey(reach, key)).for('update')
  return row
}

/** Kept, unless the same form or another election of the branch is there already. */
export async function keepElection(
  tx: Db,
  row: typeof elections.$inferInsert,
): Promise<Election | undefined> {
  const [kept] = await tx.insert(elections).values(row).onConflictDoNothing().returning()
  return kept
}

export async function changeElection(
  tx: Db,
  { unitId, id }: Election,
  changes: Partial<typeof elections.$inferInsert>,
): Promise<number> {
  const [row] = await tx
    .update(elections)
    .set({ ...changes, version: sql`${elections.version} + 1` })
    .where(and(eq(elections.unitId, unitId), eq(elections.id, id)))
    .returning({ version: elections.version })
  return row?.version ?? 0
}

/** Not concluded and not withdrawn. */
export function isGoing() {
  return inArray(elections.state, ['draft', 'approved'])
}
