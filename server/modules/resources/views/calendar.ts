import { contract } from '@zhixing/contract'
import { holdingStates } from '@zhixing/contract/resource-words.ts'
import { and, asc, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import { addDays, daysBetween, startOf } from '../../../kernel/calendar.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing, unfit } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { activities } from '../../activities/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { freeTimes } from '../index.ts'
import { bookingOf } from '../steps/show.ts'
import { findResource, usableBy } from '../store/resources.ts'
import { resourceBookings, resourceItems, resources } from '../table.ts'

const daysMax = 62
const bookingsMax = 500

/** Who has what when: of one resource, or of all that an organization keeps. */
export const showCalendar = view(
  contract.resources.calendar,
  async ({ db, now, reach, actor }, { organizationId, resourceId, kind, page, size, ...days }) => {
    const { from, until } = days
    requireSpan(from, until)
    const { reach: below } = await narrowTo(db, reach, organizationId)
    const chosen = and(
      resourceId
        ? and(eq(resources.id, resourceId), usableBy(below))
        : and(within(below, resources.path), isNull(resources.retiredOn)),
      kind ? eq(resources.kind, kind) : undefined,
    )
    const listed = await db
      .select({
        unitId: resources.unitId,
        resourceId: resources.id,
        kind: resources.kind,
        name: resources.name,
      })
      .from(resources)
      .where(chosen)
      .orderBy(asc(resources.kind), asc(resources.nameKey), asc(resources.id))
      .limit(size)
      .offset((page - 1) * size)
    const ids = listed.map((one) => one.resourceId)
    if (resourceId && ids.length === 0) throw missing('resources.unknown')
    const held = and(
      inArray(resourceBookings.resourceId, ids),
      lt(resourceBookings.from, startOf(addDays(until, 1))),
      gt(resourceBookings.until, startOf(from)),
      inArray(resourceBookings.state, [...holdingStates]),
    )
    const some = await bookings(db)
      .where(held)
      .orderBy(asc(resourceBookings.from), asc(resourceBookings.id))
      .limit(bookingsMax)
    const named = await withTitles(db, some)
    return {
      rows: listed,
      total: await db.$count(resources, chosen),
      bookings: named.map((row) => bookingOf(row, actor, now)),
      booked: await db.$count(resourceBookings, held),
    }
  },
)

/** What is left of one resource. */
export const showFreeTimes = view(
  contract.resources.freeTimes,
  async ({ db, reach }, { from, until, ...key }) => {
    requireSpan(from, until)
    const found = await findResource(db, reach, key)
    if (!found) throw missing('resources.unknown')
    const free = await freeTimes(db, [key.resourceId], { from, until })
    const spans = free.get(key.resourceId) ?? []
    return {
      spans: spans.map((one) => ({
        from: one.from.toISOString(),
        until: one.until.toISOString(),
      })),
    }
  },
)

/** Bookings with the names that a reader needs; whoever asks adds which. */
export function bookings(db: Parameters<typeof findResource>[0]) {
  return db
    .select({
      booking: resourceBookings,
      resourceName: resources.name,
      kind: resources.kind,
      itemTitle: resourceItems.title,
      forPath: organizations.path,
    })
    .from(resourceBookings)
    .innerJoin(
      resources,
      and(
        eq(resources.unitId, resourceBookings.unitId),
        eq(resources.id, resourceBookings.resourceId),
      ),
    )
    .innerJoin(organizations, eq(organizations.id, resourceBookings.forOrganizationId))
    .leftJoin(
      resourceItems,
      and(
        eq(resourceItems.unitId, resourceBookings.unitId),
        eq(resourceItems.id, resourceBookings.itemId),
      ),
    )
}

type Booked = { readonly booking: typeof resourceBookings.$inferSelect }

/** What is held there may be of another unit than the room, and is asked by itself. */
export async function withTitles<Row extends Booked>(
  db: Parameters<typeof findResource>[0],
  rows: readonly Row[],
) {
  const keys = rows.flatMap(({ booking: { activityUnitId: unitId, activityId } }) =>
    unitId && activityId ? [{ unitId, activityId }] : [],
  )
  const held = await db
    .select({ id: activities.id, title: activities.title })
    .from(activities)
    .where(
      and(
        oneOf(
          activities.unitId,
          keys.map(({ unitId }) => unitId),
        ),
        oneOf(
          activities.id,
          keys.map(({ activityId }) => activityId),
        ),
      ),
    )
  const titleOf = new Map(held.map(({ id, title }) => [id, title]))
  return rows.map((row) => ({
    ...row,
    activityTitle: titleOf.get(row.booking.activityId ?? '') ?? null,
  }))
}

function requireSpan(from: string, until: string): void {
  const days = daysBetween(from, until) + 1
  if (days < 1) throw unfit([{ path: 'until', message: '结束日期要在开始日期之后' }])
  if (days > daysMax) throw unfit([{ path: 'until', message: `一次最多查看 ${daysMax} 天` }])
}
