import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { contactPoints, leaderPlans, leaderStudies } from './table.ts'

type Who = { readonly unitId: string; readonly memberId: string }

/** Keeps it, or finds that they look after that branch already. */
export async function keepPoint(
  tx: Db,
  row: typeof contactPoints.$inferInsert,
): Promise<string | undefined> {
  const [kept] = await tx
    .insert(contactPoints)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: contactPoints.id })
  return kept?.id
}

export async function lockPoint(tx: Db, { unitId, pointId }: { unitId: string; pointId: string }) {
  const [row] = await tx
    .select()
    .from(contactPoints)
    .where(
      and(
        eq(contactPoints.unitId, unitId),
        eq(contactPoints.id, pointId),
        isNull(contactPoints.until),
      ),
    )
    .for('update')
  return row
}

export async function endPoint(
  tx: Db,
  { unitId, id }: { unitId: string; id: string },
  set: { until: string; endReason: string },
): Promise<void> {
  await tx
    .update(contactPoints)
    .set(set)
    .where(and(eq(contactPoints.unitId, unitId), eq(contactPoints.id, id)))
}

export async function findPlan(db: Reader, { unitId, memberId }: Who, year: number) {
  const [row] = await db
    .select()
    .from(leaderPlans)
    .where(
      and(
        eq(leaderPlans.unitId, unitId),
        eq(leaderPlans.memberId, memberId),
        eq(leaderPlans.year, year),
      ),
    )
  return row
}

/** The first writing of it, or the next one over the version that the form read; nothing where another was faster. */
export async function keepPlan(
  tx: Db,
  row: Omit<typeof leaderPlans.$inferInsert, 'version'>,
  version: number,
): Promise<number | undefined> {
  const next = { ...row, version: version + 1 }
  if (version === 0) {
    const [kept] = await tx.insert(leaderPlans).values(next).onConflictDoNothing().returning()
    return kept?.version
  }
  const { goal, items, submittedAt, at } = row
  const [kept] = await tx
    .update(leaderPlans)
    .set({ goal, items, submittedAt: submittedAt ?? null, at, version: version + 1 })
    .where(
      and(
        eq(leaderPlans.unitId, row.unitId),
        eq(leaderPlans.memberId, row.memberId),
        eq(leaderPlans.year, row.year),
        eq(leaderPlans.version, version),
      ),
    )
    .returning()
  return kept?.version
}

export async function findStudies(db: Reader, { unitId, memberId }: Who, year: number) {
  return db
    .select()
    .from(leaderStudies)
    .where(
      and(
        eq(leaderStudies.unitId, unitId),
        eq(leaderStudies.memberId, memberId),
        eq(leaderStudies.year, year),
      ),
    )
    .orderBy(asc(leaderStudies.on), asc(leaderStudies.id))
}

export async function keepStudy(
  tx: Db,
  row: typeof leaderStudies.$inferInsert,
): Promise<'kept' | 'known'> {
  const kept = await tx.insert(leaderStudies).values(row).onConflictDoNothing().returning()
  return kept.length > 0 ? 'kept' : 'known'
}
