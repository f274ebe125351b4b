import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { surveyNeeds } from '../table.ts'

/** New ones only; what was listed before stays as it was decided. */
export async function keepNeeds(
  tx: Db,
  rows: readonly (typeof surveyNeeds.$inferInsert)[],
): Promise<number> {
  const kept = await tx
    .insert(surveyNeeds)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: surveyNeeds.id })
  return kept.length
}

type NeedKey = { readonly unitId: string; readonly needId: string }

export async function lockNeed(tx: Db, reach: Reach, { unitId, needId }: NeedKey) {
  const [row] = await tx
    .select()
    .from(surveyNeeds)
    .where(
      and(
        eq(surveyNeeds.unitId, unitId),
        eq(surveyNeeds.id, needId),
        within(reach, surveyNeeds.path),
      ),
    )
    .for('update')
  return row
}

export async function changeNeed(
  tx: Db,
  { unitId, id }: typeof surveyNeeds.$inferSelect,
  changes: Partial<typeof surveyNeeds.$inferInsert>,
): Promise<number> {
  const [row] = await tx
    .update(surveyNeeds)
    .set({ ...changes, version: sql`${surveyNeeds.version} + 1` })
    .where(and(eq(surveyNeeds.unitId, unitId), eq(surveyNeeds.id, id)))
    .returning({ version: surveyNeeds.version })
  return row?.version ?? 0
}
