import { and, eq, gt, gte, isNull, lte, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { visibleTo } from '../store/plans.ts'
import { planItems, plans } from '../table.ts'

type Asked = { readonly reach: Reach; readonly year: number; readonly isApproved?: boolean }

/** Every item that touches a year, of the plans that may be seen from here; the first to begin first. */
export async function itemsOfYear(db: Reader, { reach, year, isApproved = false }: Asked) {
  return db
    .select({
      item: planItems,
      plan: plans,
      organizationName: organizations.name,
    })
    .from(planItems)
    .innerJoin(plans, and(eq(plans.unitId, planItems.unitId), eq(plans.id, planItems.planId)))
    .innerJoin(organizations, eq(organizations.id, plans.organizationId))
    .where(
      and(
        visibleTo(reach),
        isApproved ? gt(plans.edition, 0) : undefined,
        isNull(planItems.cancelReason),
        lte(planItems.from, `${year}-12-31`),
        gte(planItems.until, `${year}-01-01`),
      ),
    )
    .orderBy(sql`${planItems.from}`, planItems.title, planItems.id)
    .limit(2000)
}

export type YearItem = Awaited<ReturnType<typeof itemsOfYear>>[number]
