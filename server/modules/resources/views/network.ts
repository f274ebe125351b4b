import { contract } from '@zhixing/contract'
import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { kilometresBetween, lengthOf, routeThrough } from '../rules/route.ts'
import { usableBy } from '../store/resources.ts'
import { resourceItems, resources } from '../table.ts'
import { usageOf } from './rows.ts'

const typesMost = 100
const isPlaced = and(isNotNull(resources.latitude), isNotNull(resources.longitude))

/** Bases and red resources where they lie. */
export const showNetwork = view(
  contract.resources.network,
  async ({ db, now, reach }, { organizationId, onlyRed, type, page, size }) => {
    const { reach: below } = await narrowTo(db, reach, organizationId)
    const known = and(
      usableBy(below),
      isNull(resources.retiredOn),
      onlyRed ? eq(resources.isRed, true) : eq(resources.kind, 'base'),
    )
    const chosen = and(known, type ? eq(resources.type, type) : undefined)
    const types = await db
      .select({ type: resources.type, count: count() })
      .from(resources)
      .where(known)
      .groupBy(resources.type)
      .orderBy(sql`count(*) desc`, resources.type)
      .limit(typesMost)
    const unplaced = await db.$count(resources, and(chosen, isNull(resources.latitude)))
    const placed = await db
      .select({ id: resources.id })
      .from(resources)
      .where(and(chosen, isPlaced))
      .orderBy(resources.nameKey, resources.id)
    const ids = placed.map(({ id }) => id)
    const usage = await usageOf(db, ids, now)
    const shown = oneOf(resources.id, ids.slice((page - 1) * size, page * size))
    return {
      rows: await pointsOf(db, and(chosen, shown), now),
      total: ids.length,
      used: [...usage.values()].reduce((sum, { used }) => sum + used, 0),
      types,
      unplaced,
    }
  },
)

/** In which order to go to some of them, and how far that is. */
export const planRoute = view(
  contract.resources.route,
  async ({ db, now, reach }, { organizationId, stops }) => {
    const { reach: below } = await narrowTo(db, reach, organizationId)
    const wanted = [...new Set(stops)]
    const chosen = and(usableBy(below), oneOf(resources.id, wanted))
    if ((await db.$count(resources, chosen)) < wanted.length) throw missing('resources.unknown')
    const points = await pointsOf(db, chosen, now)
    if (points.length < wanted.length) throw conflict('resources.route')
    const inOrder = wanted.flatMap((id) => points.find((one) => one.resourceId === id) ?? [])
    const way = routeThrough(inOrder)
    return {
      legs: way.map((point, at) => {
        const before = way[at - 1]
        return { ...point, kilometres: rounded(before ? kilometresBetween(before, point) : 0) }
      }),
      kilometres: rounded(lengthOf(way)),
    }
  },
)

type Condition = ReturnType<typeof and>

async function pointsOf(db: Reader, chosen: Condition, now: Date) {
  const immersive = sql<number>`(select count(*)::int from ${resourceItems}
    where ${resourceItems.unitId} = ${resources.unitId} and ${resourceItems.resourceId} = ${resources.id}
    and ${resourceItems.form} = 'immersive' and ${resourceItems.isOffered})`
  const rows = await db
    .select({ resource: resources, organizationName: organizations.name, immersive })
    .from(resources)
    .innerJoin(organizations, eq(organizations.id, resources.organizationId))
    .where(and(chosen, isPlaced))
    .orderBy(resources.nameKey, resources.id)
  const ids = rows.map(({ resource }) => resource.id)
  const usage = await usageOf(db, ids, now)
  return rows.map(({ resource, organizationName, immersive: scenes }) => ({
    unitId: resource.unitId,
    resourceId: resource.id,
    kind: resource.kind,
    type: resource.type,
    name: resource.name,
    feature: resource.feature,
    organizationName,
    address: resource.address,
    latitude: resource.latitude ?? 0,
    longitude: resource.longitude ?? 0,
    isRed: resource.isRed,
    used: usage.get(resource.id)?.used ?? 0,
    immersive: scenes,
  }))
}

function rounded(kilometres: number): number {
  return Math.round(kilometres * 10) / 10
}
