import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { listed, oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { activities, attendances, closureInForce, closures } from '../../activities/table.ts'
import { classSessions } from '../../classes/table.ts'
import { organizations } from '../../organizations/table.ts'
import { nothingHeld, together } from '../rules/lights.ts'
import type { Held } from '../rules/lights.ts'
import type { planItems } from '../table.ts'
import { creditedOf } from './credited.ts'

type Item = Pick<typeof planItems.$inferSelect, 'id' | 'path'>

const heldOn = sql`(${activities.startsAt} at time zone 'Asia/Shanghai')::date`
/** Of those who were due, and of them all, who came. */
const cameOf = and(
  eq(attendances.unitId, activities.unitId),
  eq(attendances.activityId, activities.id),
)

/** A lesson of a class is an activity under the same id. */
const lessonOf = and(
  eq(classSessions.unitId, activities.unitId),
  eq(classSessions.id, activities.id),
)

/** What was really held for each item: closed sessions below the plan's place that name it, and who came to them. */
export async function heldOf(db: Reader, items: readonly Item[]): Promise<Map<string, Held>> {
  const pathOf = new Map(items.map(({ id, path }) => [id, path]))
  if (pathOf.size === 0) return new Map()
  const rows = await db
    .select({
      itemId: activities.planItemId,
      // A class is one of what the plan counts, however many lessons it has.
      sessions: sql<number>`count(distinct coalesce(${classSessions.classId}, ${activities.id}))::int`,
      persons: sql<number>`count(distinct ${attendances.memberId}) filter (where ${attendances.mark} = 'present')::int`,
      due: sql<number>`count(${attendances.id}) filter (where ${attendances.isDue})::int`,
      present: sql<number>`count(${attendances.id}) filter (where ${attendances.isDue} and ${attendances.mark} = 'present')::int`,
      minutes: sql<number>`coalesce(sum(extract(epoch from ${activities.endsAt} - ${activities.startsAt}) / 60)
        filter (where ${attendances.mark} = 'present'), 0)::int`,
      firstOn: sql<string | null>`min(${heldOn})::text`,
      lastOn: sql<string | null>`max(${heldOn})::text`,
    })
    .from(activities)
    .innerJoin(closures, closureInForce)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(classSessions, lessonOf)
    .leftJoin(attendances, cameOf)
    .where(and(oneOf(activities.planItemId, pathOf.keys()), belowTheirPlan(items)))
    .groupBy(activities.planItemId)
  const found = new Map<string, Held>(
    rows.flatMap(({ itemId, ...held }) => (itemId === null ? [] : [[itemId, held] as const])),
  )
  for (const { itemId, held } of await creditedOf(db, items))
    found.set(itemId, together(found.get(itemId) ?? nothingHeld, held))
  return found
}

/** A session elsewhere that names the item counts for nothing. */
function belowTheirPlan(items: readonly Item[]) {
  const list = listed('i', {
    id: ['uuid', items.map(({ id }) => id)],
    path: ['text', items.map(({ path }) => path)],
  })
  return sql`exists (select from ${list}
    where i.id = ${activities.planItemId} and starts_with(${organizations.path}::text, i.path))`
}

/** The sessions behind an item, the latest first. */
type Of = { readonly item: Item; readonly reach: Reach }

export async function sessionsOf(
  db: Reader,
  { item, reach }: Of,
  { page, size }: { readonly page: number; readonly size: number },
) {
  const here = and(
    eq(activities.planItemId, item.id),
    within([item.path], organizations.path),
    within(reach, organizations.path),
    isNull(activities.cancelledAt),
  )
  const rows = await db
    .select({
      unitId: activities.unitId,
      activityId: activities.id,
      title: activities.title,
      organizationName: organizations.name,
      day: sql<string>`${heldOn}::text`,
      isClosed: sql<boolean>`bool_or(${closures.id} is not null)`,
      due: sql<number>`count(${attendances.id}) filter (where ${attendances.isDue})::int`,
      present: sql<number>`count(${attendances.id}) filter (where ${attendances.isDue} and ${attendances.mark} = 'present')::int`,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(closures, closureInForce)
    .leftJoin(attendances, cameOf)
    .where(here)
    .groupBy(activities.unitId, activities.id, organizations.name)
    .orderBy(sql`${activities.startsAt} desc`, activities.id)
    .limit(size)
    .offset((page - 1) * size)
  const [all] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(here)
  return { rows, total: all?.total ?? 0 }
}
