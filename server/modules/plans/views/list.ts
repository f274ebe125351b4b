import { contract } from '@zhixing/contract'
import { and, desc, eq, gte, lte, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { visibleTo } from '../store/plans.ts'
import type { Item } from '../store/plans.ts'
import { planItems, plans } from '../table.ts'
import { headOf, litItems } from './states.ts'

const most = 300

/** Own plans, those of everybody below, and what was approved above and binds here. */
export const list = view(
  contract.plans.list,
  async ({ db, now, reach, actor }, { organizationId, year, kind, state }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { path } = narrowed.organization
    const day = dayOf(now)
    const rows = await db
      .select({ plan: plans, organizationName: organizations.name })
      .from(plans)
      .innerJoin(organizations, eq(organizations.id, plans.organizationId))
      .where(
        and(
          visibleTo(narrowed.reach),
          year === undefined
            ? undefined
            : and(lte(plans.fromYear, year), gte(plans.untilYear, year)),
          kind ? eq(plans.kind, kind) : undefined,
          state ? eq(plans.state, state) : undefined,
        ),
      )
      .orderBy(desc(plans.untilYear), sql`length(${plans.path})`, desc(plans.createdAt))
      .limit(most)
    const ids = rows.map(({ plan }) => plan.id)
    const items = ids.length === 0 ? [] : await findAll(db, ids)
    const own = rows.map(({ plan }) => ({
      plan,
      items: items.filter(({ planId }) => planId === plan.id),
    }))
    const lit = await litItems(db, own, day)
    return {
      day,
      can: { write: covers(reachOf(actor.appointments, 'plans.write'), path) },
      rows: rows.map(({ plan, organizationName }) => {
        const some = lit.get(plan.id) ?? []
        const live = some.filter(({ item }) => item.cancelReason === null)
        return {
          ...headOf(plan, organizationName, some),
          items: live.length,
          place: placeOf(plan.path, path),
        }
      }),
    }
  },
)

function placeOf(plan: string, here: string): 'own' | 'below' | 'above' {
  if (plan === here) return 'own'
  return plan.startsWith(here) ? 'below' : 'above'
}

async function findAll(
  db: Parameters<typeof litItems>[0],
  planIds: readonly string[],
): Promise<Item[]> {
  return db
    .select()
    .from(planItems)
    .where(sql`${planItems.planId} = any(${sql.param([...planIds])}::uuid[])`)
}
