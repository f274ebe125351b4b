import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { organizations } from '../../organizations/table.ts'
import { classEnrolments, classQuotas } from '../table.ts'
import type { ClassKey } from './classes.ts'

export type Quota = typeof classQuotas.$inferSelect
export type QuotaAt = Quota & { readonly path: string; readonly organizationName: string }
type QuotaKey = Pick<Quota, 'unitId' | 'id'>

/** The seats of a class by organization, with how many wait for each. */
export async function findQuotas(db: Reader, { unitId, classId }: ClassKey): Promise<QuotaAt[]> {
  const rows = await db
    .select({ quota: classQuotas, path: organizations.path, organizationName: organizations.name })
    .from(classQuotas)
    .innerJoin(organizations, eq(organizations.id, classQuotas.organizationId))
    .where(and(eq(classQuotas.unitId, unitId), eq(classQuotas.classId, classId)))
    .orderBy(asc(organizations.path))
  return rows.map(({ quota, ...place }) => ({ ...quota, ...place }))
}

export async function keepQuota(tx: Db, row: typeof classQuotas.$inferInsert): Promise<void> {
  await tx.insert(classQuotas).values(row)
}

export async function changeSeats(tx: Db, { unitId, id }: QuotaKey, seats: number): Promise<void> {
  await tx
    .update(classQuotas)
    .set({ seats })
    .where(and(eq(classQuotas.unitId, unitId), eq(classQuotas.id, id)))
}

export async function removeQuota(tx: Db, { unitId, id }: QuotaKey): Promise<void> {
  await tx.delete(classQuotas).where(and(eq(classQuotas.unitId, unitId), eq(classQuotas.id, id)))
}

/** Held still, so that those who come and go take turns; always taken before any enrolment. */
export async function lockQuota(tx: Db, { unitId, id }: QuotaKey): Promise<Quota | undefined> {
  const [row] = await tx
    .select()
    .from(classQuotas)
    .where(and(eq(classQuotas.unitId, unitId), eq(classQuotas.id, id)))
    .for('update')
  return row
}

/** The same for several quotas of a class, always in the same order, with how many wait for each. */
export async function lockQuotas(tx: Db, key: ClassKey, ids: Iterable<string>) {
  const rows = await tx
    .select()
    .from(classQuotas)
    .where(and(eq(classQuotas.unitId, key.unitId), oneOf(classQuotas.id, ids)))
    .orderBy(asc(classQuotas.id))
    .for('update')
  const waiting = await countWaiting(tx, key)
  return new Map(rows.map((row) => [row.id, { ...row, waiting: waiting.get(row.id) ?? 0 }]))
}

/** What was dealt out while the quota was held. */
export async function changeCounts(
  tx: Db,
  { unitId, id, taken, queued }: QuotaKey & Pick<Quota, 'taken' | 'queued'>,
): Promise<void> {
  await tx
    .update(classQuotas)
    .set({ taken, queued })
    .where(and(eq(classQuotas.unitId, unitId), eq(classQuotas.id, id)))
}

/** Takes one seat, if there is one: of many who try at once, the counter lets in as many as there are seats. */
export async function takeSeat(tx: Db, { unitId, id }: QuotaKey): Promise<boolean> {
  const taken = await tx
    .update(classQuotas)
    .set({ taken: sql`${classQuotas.taken} + 1` })
    .where(
      and(
        eq(classQuotas.unitId, unitId),
        eq(classQuotas.id, id),
        sql`${classQuotas.taken} < ${classQuotas.seats}`,
      ),
    )
    .returning({ taken: classQuotas.taken })
  return taken.length > 0
}

export async function freeSeat(tx: Db, { unitId, id }: QuotaKey): Promise<void> {
  await tx
    .update(classQuotas)
    .set({ taken: sql`${classQuotas.taken} - 1` })
    .where(and(eq(classQuotas.unitId, unitId), eq(classQuotas.id, id)))
}

/** How many wait, by quota. */
export async function countWaiting(db: Reader, { unitId, classId }: ClassKey) {
  const rows = await db
    .select({ quotaId: classEnrolments.quotaId, count: sql<number>`count(*)::int` })
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.classId, classId),
        eq(classEnrolments.state, 'waiting'),
      ),
    )
    .groupBy(classEnrolments.quotaId)
  return new Map(rows.map(({ quotaId, count }) => [quotaId, count]))
}
