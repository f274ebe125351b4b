import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { addMonths, dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Resource } from '../store/resources.ts'
import { resourceBookings, resourceItems } from '../table.ts'

type Named = { readonly resource: Resource; readonly organizationName: string }

/** Rows of a list, with what the last twelve months made of each. */
export async function rowsFor(
  db: Reader,
  named: readonly Named[],
  { actor, now }: { readonly actor: Actor; readonly now: Date },
) {
  const ids = named.map(({ resource }) => resource.id)
  const [usage, menus] = [await usageOf(db, ids, now), await menusOf(db, ids)]
  const managed = reachOf(actor.appointments, 'resources.manage')
  return named.map(({ resource, organizationName }) => {
    const { id, path } = resource
    const facts = usage.get(id) ?? { used: 0, score: null, waiting: 0 }
    const mayManage = covers(managed, path)
    return {
      ...factsOf(resource),
      organizationName,
      mayManage,
      items: menus.get(id) ?? 0,
      used: facts.used,
      score: facts.score,
      waiting: mayManage ? facts.waiting : 0,
    }
  })
}

function factsOf(resource: Resource) {
  const { unitId, id: resourceId, kind, type, name, feature, organizationId } = resource
  const { isShared, isRed, seats, count, honours, retiredOn } = resource
  return {
    unitId,
    resourceId,
    kind,
    type,
    name,
    feature,
    organizationId,
    isShared,
    isRed,
    seats,
    count,
    honours,
    retiredOn,
  }
}

/** How often each was used in twelve months, how it was rated, and how many orders wait for an answer. */
export async function usageOf(db: Reader, ids: readonly string[], now: Date) {
  const { resourceId, state, score, until, from } = resourceBookings
  const lived = inArray(state, ['confirmed', 'checkedIn', 'rated'])
  const rows = await db
    .select({
      resourceId,
      used: sql<number>`(count(*) filter (where ${lived} and ${from} <= ${now}))::int`,
      score: sql<number | null>`round(avg(${score}), 1)::float`,
      waiting: sql<number>`(count(*) filter (where ${state} = 'ordered' and ${from} > ${now}))::int`,
    })
    .from(resourceBookings)
    .where(and(oneOf(resourceId, ids), gt(until, startOf(addMonths(dayOf(now), -12)))))
    .groupBy(resourceId)
  return new Map(rows.map((row) => [row.resourceId, row]))
}

export async function menusOf(db: Reader, ids: readonly string[]) {
  const rows = await db
    .select({ id: resourceItems.resourceId, count: sql<number>`count(*)::int` })
    .from(resourceItems)
    .where(and(oneOf(resourceItems.resourceId, ids), eq(resourceItems.isOffered, true)))
    .groupBy(resourceItems.resourceId)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
