import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { planItems, plans } from '../../plans/table.ts'

/** The item that a class carries out, with the name of its plan. */
export async function planItemNamed(db: Reader, planItemId: string | null) {
  if (planItemId === null) return null
  const [row] = await db
    .select({
      unitId: planItems.unitId,
      planId: planItems.planId,
      itemId: planItems.id,
      title: planItems.title,
      planTitle: plans.title,
      heading: planItems.heading,
      originSentence: planItems.originSentence,
    })
    .from(planItems)
    .innerJoin(plans, and(eq(plans.unitId, planItems.unitId), eq(plans.id, planItems.planId)))
    .where(eq(planItems.id, planItemId))
  return row ?? null
}
