import { and, desc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { appraisalPeople, appraisals } from '../table.ts'

export type Appraisal = typeof appraisals.$inferSelect
export type AppraisalKey = { readonly unitId: string; readonly appraisalId: string }

export function keyOf({ unitId, id }: Pick<Appraisal, 'unitId' | 'id'>): AppraisalKey {
  return { unitId, appraisalId: id }
}

export async function findAppraisal(
  db: Reader,
  reach: Reach,
  { unitId, appraisalId }: AppraisalKey,
): Promise<Appraisal | undefined> {
  const [row] = await db
    .select()
    .from(appraisals)
    .where(
      and(
        eq(appraisals.unitId, unitId),
        eq(appraisals.id, appraisalId),
        within(reach, appraisals.path),
      ),
    )
  return row
}

export async function lockAppraisal(
  tx: Db,
  reach: Reach,
  { unitId, appraisalId }: AppraisalKey,
): Promise<Appraisal | undefined> {
  const [row] = await tx
    .select()
    .from(appraisals)
    .where(
      and(
        eq(appraisals.unitId, unitId),
        eq(appraisals.id, appraisalId),
        within(reach, appraisals.path),
      ),
    )
    .for('update')
  return row
}

/** Whether it was kept: a branch has one a year. */
export async function keepAppraisal(
  tx: Db,
  row: typeof appraisals.$inferInsert,
): Promise<Appraisal | undefined> {
  const [kept] = await tx.insert(appraisals).values(row).onConflictDoNothing().returning()
  return kept
}

/** Changes it and counts up: whoever read it before has read something old. */
export async function changeAppraisal(
  tx: Db,
  { unitId, id, version }: Appraisal,
  changes: Partial<typeof appraisals.$inferInsert>,
): Promise<number> {
  await tx
    .update(appraisals)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(appraisals.unitId, unitId), eq(appraisals.id, id)))
  return version + 1
}

/** Every round in which a member stands, the newest first. */
export async function findRoundsOf(db: Reader, unitId: string, memberId: string) {
  return db
    .select({ appraisal: appraisals, organizationName: organizations.name })
    .from(appraisals)
    .innerJoin(
      appraisalPeople,
      and(
        eq(appraisalPeople.unitId, appraisals.unitId),
        eq(appraisalPeople.appraisalId, appraisals.id),
        eq(appraisalPeople.memberId, memberId),
      ),
    )
    .innerJoin(organizations, eq(organizations.id, appraisals.organizationId))
    .where(eq(appraisals.unitId, unitId))
    .orderBy(desc(appraisals.year))
}
