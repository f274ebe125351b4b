import { and, asc, eq, gte, ilike, inArray, isNull, lt, notLike, sql } from 'drizzle-orm'
import { addMonths, dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { containing } from '../../../kernel/search.ts'
import { activities, attendances } from '../../activities/table.ts'
import { titleViewings, titles } from '../../materials/table.ts'
import { organizations } from '../../organizations/table.ts'
import { resourceBookings } from '../../resources/table.ts'

type Site = {
  readonly unitId: string
  readonly siteId: string
  readonly name: string
  readonly organizationId: string
}

/**
 * What is known of a site's month without anybody telling: activities that name it as their place, orders of it that
 * were lived and are none of those activities, and discs that its organization watched.
 */
export async function heldAt(db: Reader, site: Site, month: Month) {
  const met = await metThere(db, site, month)
  const isMet = (on: string, organizationId: string) =>
    met.some((one) => one.on === on && one.organizationId === organizationId)
  const ordered = (await orderedThere(db, site, month)).filter(
    ({ on, organizationId }) => !isMet(on, organizationId),
  )
  const watched = (await watchedThere(db, site, month)).filter(
    ({ on, organizationId }) =>
      !met.some((one) => one.on === on && one.organizationId === organizationId && one.isPlayback),
  )
  return [...met, ...ordered, ...watched].toSorted((one, other) => one.on.localeCompare(other.on))
}

function spanOf(month: Month) {
  const first = `${month}-01`
  return { from: startOf(first), until: startOf(addMonths(first, 1)) }
}

async function metThere(db: Reader, { unitId, name }: Site, month: Month) {
  const { from, until } = spanOf(month)
  const rows = await db
    .select({
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      title: activities.title,
      method: activities.method,
      organizationId: organizations.id,
      organizationName: organizations.name,
      attendance: sql<number>`(select count(*)::int from ${attendances} a
        where a.unit_id = ${activities.unitId} and a.activity_id = ${activities.id} and a.mark = 'present')`,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(
      and(
        eq(activities.unitId, unitId),
        ilike(activities.place, containing(name)),
        gte(activities.startsAt, from),
        lt(activities.startsAt, until),
        isNull(activities.cancelledAt),
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))
  return rows.map(({ startsAt, endsAt, method, ...named }) => ({
    ...named,
    on: dayOf(startsAt),
    minutes: minutesBetween(startsAt, endsAt),
    isPlayback: method === 'viewing',
  }))
}

async function orderedThere(db: Reader, { unitId, siteId }: Site, month: Month) {
  const { from, until } = spanOf(month)
  const rows = await db
    .select()
    .from(resourceBookings)
    .where(
      and(
        eq(resourceBookings.unitId, unitId),
        eq(resourceBookings.resourceId, siteId),
        inArray(resourceBookings.state, ['confirmed', 'checkedIn', 'rated']),
        notLike(resourceBookings.purpose, 'block%'),
        gte(resourceBookings.from, from),
        lt(resourceBookings.from, until),
      ),
    )
    .orderBy(asc(resourceBookings.from), asc(resourceBookings.id))
  return rows.map(({ from: begun, until: ended, title, forOrganizationId, forName, persons }) => ({
    title,
    organizationId: forOrganizationId,
    organizationName: forName,
    on: dayOf(begun),
    minutes: minutesBetween(begun, ended),
    attendance: persons,
    isPlayback: false,
  }))
}

async function watchedThere(db: Reader, { unitId, organizationId }: Site, month: Month) {
  const first = `${month}-01`
  const rows = await db
    .select({
      on: titleViewings.on,
      title: titles.name,
      attendance: titleViewings.attendance,
      minutes: titles.minutes,
      organizationName: organizations.name,
    })
    .from(titleViewings)
    .innerJoin(
      titles,
      and(eq(titles.unitId, titleViewings.unitId), eq(titles.id, titleViewings.titleId)),
    )
    .innerJoin(organizations, eq(organizations.id, titleViewings.organizationId))
    .where(
      and(
        eq(titleViewings.unitId, unitId),
        eq(titleViewings.organizationId, organizationId),
        gte(titleViewings.on, first),
        lt(titleViewings.on, addMonths(first, 1)),
      ),
    )
    .orderBy(asc(titleViewings.on), asc(titleViewings.id))
  return rows.map(({ minutes, ...row }) => ({
    ...row,
    organizationId,
    minutes: minutes ?? 0,
    isPlayback: true,
  }))
}

function minutesBetween(from: Date, until: Date): number {
  return Math.max(0, Math.round((until.getTime() - from.getTime()) / 60_000))
}
