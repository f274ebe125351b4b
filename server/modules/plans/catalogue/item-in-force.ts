import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { atOrAbove } from '../../../kernel/reach.ts'
import { planItems, plans } from '../table.ts'

/** An item that may be carried out at a place: of a plan that was approved there or above and is not closed. */
export async function itemInForce(
  db: Reader,
  { itemId, path }: { readonly itemId: string; readonly path: string },
) {
  const [found] = await db
    .select({ item: planItems, plan: plans })
    .from(planItems)
    .innerJoin(plans, and(eq(plans.unitId, planItems.unitId), eq(plans.id, planItems.planId)))
    .where(
      and(
        eq(planItems.id, itemId),
        isNull(planItems.cancelReason),
        gt(plans.edition, 0),
        ne(plans.state, 'closed'),
        atOrAbove(path, planItems.path),
      ),
    )
  return found
}
