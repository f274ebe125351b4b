import { contract } from '@zhixing/contract'
import { and, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { addDays, dayOf, daysBetween, startOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { unfit } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { clip, minutesOf, openSpans, without } from '../rules/span.ts'
import type { Span } from '../rules/span.ts'
import { suggestionFor } from '../rules/use.ts'
import type { BookingRow } from '../store/bookings.ts'
import type { Resource } from '../store/resources.ts'
import { resourceBookings, resourceItems, resources } from '../table.ts'
import { menusOf } from './rows.ts'

const daysMax = 366
const logMax = 100
const lived = ['confirmed', 'checkedIn', 'rated'] as const
const owners = alias(organizations, 'owners')

/** How much of what an organization keeps is used, by whom, and what to do about what is not. */
export const showUtilisation = view(
  contract.resources.utilisation,
  async ({ db, now, reach }, { organizationId, kind, from, until, page, size }) => {
    const days = daysBetween(from, until) + 1
    if (days < 1 || days > daysMax)
      throw unfit([{ path: 'until', message: `请选 1 至 ${daysMax} 天` }])
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const span = { from: startOf(from), until: startOf(addDays(until, 1)) }
    const known = await db
      .select()
      .from(resources)
      .where(
        and(
          within(below, resources.path),
          isNull(resources.retiredOn),
          kind ? eq(resources.kind, kind) : undefined,
        ),
      )
      .orderBy(resources.kind, resources.nameKey, resources.id)
    const ids = known.map(({ id }) => id)
    const held = Map.groupBy(await heldIn(db, ids, span), ({ resourceId }) => resourceId)
    const menus = await menusOf(db, ids)
    const day = dayOf(now)
    const idle = await ruleAt(db, 'resource.idle.percent', { path: organization.path, day })
    const rows = known.map((one) => {
      const use = useOf(one, held.get(one.id) ?? [], span)
      const facts = {
        ...use,
        kind: one.kind,
        isShared: one.isShared,
        items: menus.get(one.id) ?? 0,
      }
      return { ...use, suggestion: suggestionFor(facts, idle.value) }
    })
    return {
      rows: rows.slice((page - 1) * size, page * size),
      total: rows.length,
      idle: rows.filter(({ suggestion }) => suggestion !== '').length,
      clause: idle.clause,
      demand: await demandOf(db, ids, span),
      log: await logOf(db, ids, span),
    }
  },
)

function useOf(resource: Resource, held: readonly BookingRow[], span: Span) {
  const { unitId, id, kind, type, name, isShared, opening, count, organizationId } = resource
  const blocked = held.filter(({ state }) => state === 'blocked')
  const open = without(openSpans(opening, span), blocked)
  const used = held.filter(({ state }) => lived.some((one) => one === state))
  const openMinutes = Math.round(minutesOf(open) * count)
  const usedMinutes = Math.round(
    used.reduce((sum, one) => sum + minutesOf(clip(one, span)) * one.quantity, 0),
  )
  return {
    unitId,
    resourceId: id,
    kind,
    type,
    name,
    isShared,
    openMinutes,
    usedMinutes,
    percent: openMinutes > 0 ? Math.round((1000 * usedMinutes) / openMinutes) / 10 : null,
    times: used.length,
    foreign: used.filter((one) => one.forOrganizationId !== organizationId).length,
    noShows: held.filter(({ state }) => state === 'noShow').length,
    persons: used.reduce((sum, { persons }) => sum + persons, 0),
  }
}

async function heldIn(db: Reader, ids: readonly string[], { from, until }: Span) {
  return db
    .select()
    .from(resourceBookings)
    .where(
      and(
        inArray(resourceBookings.resourceId, [...ids]),
        lt(resourceBookings.from, until),
        gt(resourceBookings.until, from),
        inArray(resourceBookings.state, [...lived, 'blocked', 'noShow']),
      ),
    )
}

/** Every item with how often it was ordered in the time, what nobody orders included. */
async function demandOf(db: Reader, ids: readonly string[], { from, until }: Span) {
  const { state, score, itemId } = resourceBookings
  const ordered = sql<number>`count(${itemId})::int`
  return db
    .select({
      itemId: resourceItems.id,
      resourceName: resources.name,
      title: resourceItems.title,
      category: resourceItems.category,
      ordered,
      refused: sql<number>`(count(*) filter (where ${state} = 'refused'))::int`,
      score: sql<number | null>`round(avg(${score}), 1)::float`,
    })
    .from(resourceItems)
    .innerJoin(
      resources,
      and(eq(resources.unitId, resourceItems.unitId), eq(resources.id, resourceItems.resourceId)),
    )
    .leftJoin(
      resourceBookings,
      and(
        eq(resourceBookings.unitId, resourceItems.unitId),
        eq(itemId, resourceItems.id),
        lt(resourceBookings.from, until),
        gt(resourceBookings.until, from),
      ),
    )
    .where(and(inArray(resources.id, [...ids]), eq(resourceItems.isOffered, true)))
    .groupBy(
      resourceItems.unitId,
      resourceItems.id,
      resourceItems.title,
      resourceItems.category,
      resources.name,
    )
    .orderBy(sql`count(${itemId}) desc`, resources.name, resourceItems.title)
    .limit(logMax)
}

async function logOf(db: Reader, ids: readonly string[], { from, until }: Span) {
  const rows = await db
    .select({
      booking: resourceBookings,
      resourceName: resources.name,
      itemTitle: resourceItems.title,
      ownerName: owners.name,
      forUnitId: organizations.unitId,
    })
    .from(resourceBookings)
    .innerJoin(
      resources,
      and(
        eq(resources.unitId, resourceBookings.unitId),
        eq(resources.id, resourceBookings.resourceId),
      ),
    )
    .innerJoin(owners, eq(owners.id, resources.organizationId))
    .innerJoin(organizations, eq(organizations.id, resourceBookings.forOrganizationId))
    .leftJoin(
      resourceItems,
      and(
        eq(resourceItems.unitId, resourceBookings.unitId),
        eq(resourceItems.id, resourceBookings.itemId),
      ),
    )
    .where(
      and(
        inArray(resourceBookings.resourceId, [...ids]),
        ne(resourceBookings.forOrganizationId, resources.organizationId),
        inArray(resourceBookings.state, [...lived]),
        lt(resourceBookings.from, until),
        gt(resourceBookings.until, from),
      ),
    )
    .orderBy(sql`${resourceBookings.from} desc`)
    .limit(logMax)
  return rows.map(({ booking, resourceName, itemTitle, ownerName, forUnitId }) => ({
    day: dayOf(booking.from),
    resourceName,
    itemTitle,
    ownerName,
    forName: booking.forName,
    isOtherUnit: forUnitId !== booking.unitId,
    title: booking.title,
    persons: booking.persons,
  }))
}
