import { and, asc, desc, eq, isNotNull, isNull, lte, ne, or, gte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, rowsOf } from '../../../kernel/many.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { planEditions, planItems, planQuotas, plans } from '../table.ts'

export type Plan = typeof plans.$inferSelect
export type Item = typeof planItems.$inferSelect
export type Quota = typeof planQuotas.$inferSelect
export type PlanKey = { readonly unitId: string; readonly planId: string }

/** Own and below as they are; from above what was approved, because it binds those below. */
export function visibleTo(reach: Reach): SQL | undefined {
  const above = reach.map((root) => atOrAbove(root, plans.path))
  return or(
    within(reach, plans.path),
    and(sql`${plans.edition} > 0`, above.length > 0 ? or(...above) : sql`false`),
  )
}

export async function findPlan(db: Reader, reach: Reach, { unitId, planId }: PlanKey) {
  const [row] = await db
    .select({ plan: plans, organizationName: organizations.name, kind: organizations.kind })
    .from(plans)
    .innerJoin(organizations, eq(organizations.id, plans.organizationId))
    .where(and(eq(plans.unitId, unitId), eq(plans.id, planId), visibleTo(reach)))
  return row
}

export async function lockPlan(tx: Db, reach: Reach, { unitId, planId }: PlanKey) {
  const [row] = await tx
    .select()
    .from(plans)
    .where(and(eq(plans.unitId, unitId), eq(plans.id, planId), within(reach, plans.path)))
    .for('update')
  return row
}

export async function keepPlan(tx: Db, row: typeof plans.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(plans).values(row).onConflictDoNothing().returning({ id: plans.id })
  return kept.length > 0
}

/** Changes it and counts up: whoever read it before has read something old. */
export async function changePlan(
  tx: Db,
  { unitId, id, version }: Pick<Plan, 'unitId' | 'id' | 'version'>,
  changes: Partial<typeof plans.$inferInsert>,
): Promise<number> {
  await tx
    .update(plans)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(plans.unitId, unitId), eq(plans.id, id)))
  return version + 1
}

/** Another plan of the same kind for the same organization and any of these years. */
export async function findTwin(
  tx: Reader,
  plan: Pick<Plan, 'id' | 'organizationId' | 'kind' | 'fromYear' | 'untilYear'>,
) {
  const [row] = await tx
    .select()
    .from(plans)
    .where(
      and(
        eq(plans.organizationId, plan.organizationId),
        eq(plans.kind, plan.kind),
        lte(plans.fromYear, plan.untilYear),
        gte(plans.untilYear, plan.fromYear),
        ne(plans.id, plan.id),
      ),
    )
  return row
}

/** The last plan of the same kind that was closed before a year, with what it suggests. */
export async function findPredecessor(db: Reader, organizationId: string, kind: Plan['kind']) {
  const [row] = await db
    .select()
    .from(plans)
    .where(
      and(
        eq(plans.organizationId, organizationId),
        eq(plans.kind, kind),
        isNotNull(plans.closedAt),
      ),
    )
    .orderBy(desc(plans.untilYear), desc(plans.closedAt))
    .limit(1)
  return row
}

export async function findItems(db: Reader, unitId: string, planIds: readonly string[]) {
  return db
    .select()
    .from(planItems)
    .where(and(eq(planItems.unitId, unitId), oneOf(planItems.planId, planIds)))
    .orderBy(asc(planItems.from), asc(planItems.title), asc(planItems.id))
}

export async function lockItem(tx: Db, { unitId, planId }: PlanKey, itemId: string) {
  const [row] = await tx
    .select()
    .from(planItems)
    .where(
      and(eq(planItems.unitId, unitId), eq(planItems.planId, planId), eq(planItems.id, itemId)),
    )
    .for('update')
  return row
}

/** Whether it was kept; the same id again is the same form sent twice. */
export async function keepItem(tx: Db, row: typeof planItems.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(planItems)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: planItems.id })
  return kept.length > 0
}

export async function changeItem(
  tx: Db,
  { unitId, id, version }: Pick<Item, 'unitId' | 'id' | 'version'>,
  changes: Partial<typeof planItems.$inferInsert>,
): Promise<number> {
  await tx
    .update(planItems)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(planItems.unitId, unitId), eq(planItems.id, id)))
  return version + 1
}

/** All numbers of a plan, the totals of a year without an organization among them. */
export async function findQuotas(db: Reader, { unitId, planId }: PlanKey, year?: number) {
  return db
    .select()
    .from(planQuotas)
    .where(
      and(
        eq(planQuotas.unitId, unitId),
        eq(planQuotas.planId, planId),
        year === undefined ? undefined : eq(planQuotas.year, year),
      ),
    )
    .orderBy(asc(planQuotas.year), asc(planQuotas.id))
}

/** The numbers of one year, instead of what was there. */
export async function replaceQuotas(
  tx: Db,
  { unitId, planId, year }: PlanKey & { readonly year: number },
  rows: readonly (typeof planQuotas.$inferInsert)[],
): Promise<void> {
  await tx
    .delete(planQuotas)
    .where(
      and(eq(planQuotas.unitId, unitId), eq(planQuotas.planId, planId), eq(planQuotas.year, year)),
    )
  if (rows.length > 0) await tx.insert(planQuotas).select(rowsOf(planQuotas, rows))
}

export async function keepEdition(tx: Db, row: typeof planEditions.$inferInsert): Promise<void> {
  await tx.insert(planEditions).values(row)
}

export async function findEditions(db: Reader, { unitId, planId }: PlanKey) {
  return db
    .select()
    .from(planEditions)
    .where(and(eq(planEditions.unitId, unitId), eq(planEditions.planId, planId)))
    .orderBy(desc(planEditions.edition))
}

/** The organizations right below, that a quota can be given to. */
export async function findChildren(db: Reader, organizationId: string) {
  return db
    .select({
      id: organizations.id,
      name: organizations.name,
      path: organizations.path,
      unitId: organizations.unitId,
    })
    .from(organizations)
    .where(
      and(
        eq(organizations.parentId, organizationId),
        isNull(organizations.dissolvedOn),
        ne(organizations.kind, 'group'),
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
}
