import { eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import { plans } from '../table.ts'

/** Plans that carry out a task of any of these documents, with whose they are. */
export async function carriersOf(db: Reader, policyIds: readonly string[]) {
  if (policyIds.length === 0) return []
  const rows = await db
    .select({ plan: plans, organizationName: organizations.name })
    .from(plans)
    .innerJoin(organizations, eq(organizations.id, plans.organizationId))
    .where(
      sql`exists (select from jsonb_array_elements(${plans.basis}) as b
        where b ->> 'policyId' = any(${sql.param([...policyIds])}::text[]))`,
    )
    .orderBy(plans.path, plans.title)
  return rows.flatMap(({ plan, organizationName }) =>
    plan.basis.map(({ policyId, taskId }) => ({
      policyId,
      taskId,
      unitId: plan.unitId,
      planId: plan.id,
      planTitle: plan.title,
      path: plan.path,
      organizationName,
    })),
  )
}

/** The tasks of a document that some plan carries out. */
export async function tasksInUse(db: Reader, policyId: string): Promise<ReadonlySet<string>> {
  const found = await carriersOf(db, [policyId])
  return new Set(found.filter((one) => one.policyId === policyId).map(({ taskId }) => taskId))
}
