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

/** Own plans, those of everybody below, and what was approved above and binds here. */
export const list = view(
  contract.plans.list,
  async ({ db, now, reach, actor }, { organizationId, year, kind, state, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { path } = narrowed.organization
    const day = dayOf(now)
    const known = and(
      visibleTo(narrowed.reach),
      year === undefined ? undefined : and(lte(plans.fromYear, year), gte(plans.untilYear, year)),
      state ? eq(plans.state, state) : undefined,
    )
    const rows = await db
      .select({ plan: plans, organizationName: organizations.name })
      .from(plans)
      .innerJoin(organizations, eq(organizations.id, plans.organizationId))
      .where(and(known, kind ? eq(plans.kind, kind) : undefined))
      .orderBy(desc(plans.untilYear), sql`length(${plans.path})`, desc(plans.createdAt))
      .limit(size)
      .offset((page - 1) * size)
    const kinds = await db
      .select({
        kind: plans.kind,
        count: sql<number>`count(*)::int`,
        running: sql<number>`(count(*) filter (where ${plans.state} = 'approved'))::int`,
      })
      .from(plans)
      .where(known)
      .groupBy(plans.kind)
    const sum = kinds.reduce((all, { count }) => all + count, 0)
    const ids = rows.map(({ plan }) => plan.id)
    const items = ids.length === 0 ? [] : await findAll(db, ids)
    const own = rows.map(({ plan }) => ({
      plan,
      items: items.filter(({ planId }) => planId === plan.id),
    }))
    const lit = await litItems(db, own, day)
    return {
      day,
      total: kind ? (kinds.find((one) => one.kind === kind)?.count ?? 0) : sum,
      kinds: Object.fromEntries(kinds.map((one) => [one.kind, one.count])),
      running: kinds.reduce((all, { running }) => all + running, 0),
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
