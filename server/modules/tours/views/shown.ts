import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import { tourAttendances, tourOffers, tourRequests, tourSeries, tourTrips } from '../table.ts'

/** How many of an offer's trips are promised or given. */
const tripsOfOffer = sql<number>`(select count(*)::int from ${tourTrips} t
  where t.unit_id = ${tourOffers.unitId} and t.offer_id = ${tourOffers.id} and t.state <> 'cancelled')`

export function selectOffers(db: Reader) {
  return db
    .select({ offer: tourOffers, organizationName: organizations.name, trips: tripsOfOffer })
    .from(tourOffers)
    .innerJoin(organizations, eq(organizations.id, tourOffers.organizationId))
}

type OfferRow = Awaited<ReturnType<typeof selectOffers>>[number]

export function showOffer({ offer, organizationName, trips }: OfferRow) {
  const { unitId, id, lecturerName, lecturerRole, lecturerId, resourceId, topics, windows } = offer
  const { tripsMax, note, version } = offer
  const who = { lecturerName, lecturerRole, lecturerId, resourceId, organizationName }
  return { unitId, offerId: id, ...who, topics, windows, tripsMax, trips, note, version }
}

export function selectRequests(db: Reader) {
  return db
    .select({ request: tourRequests, organizationName: organizations.name })
    .from(tourRequests)
    .innerJoin(organizations, eq(organizations.id, tourRequests.organizationId))
}

type RequestRow = Awaited<ReturnType<typeof selectRequests>>[number]

export function showRequest({ request, organizationName }: RequestRow) {
  const { unitId, id, organizationId, topic, note, windows, people } = request
  const { cohort, mode, state, version } = request
  const where = { organizationId, organizationName }
  return {
    unitId,
    requestId: id,
    ...where,
    topic,
    note,
    windows,
    people,
    cohort,
    mode,
    state,
    version,
  }
}

const present = sql<number>`(select count(*)::int from ${tourAttendances} a
  where a.unit_id = ${tourTrips.unitId} and a.trip_id = ${tourTrips.id} and ${tourTrips.state} = 'held')`

export function selectTrips(db: Reader) {
  return db
    .select({
      trip: tourTrips,
      organizationName: organizations.name,
      seriesTitle: tourSeries.title,
      present,
    })
    .from(tourTrips)
    .innerJoin(organizations, eq(organizations.id, tourTrips.organizationId))
    .leftJoin(
      tourSeries,
      and(eq(tourSeries.unitId, tourTrips.unitId), eq(tourSeries.id, tourTrips.seriesId)),
    )
}

type TripRow = Awaited<ReturnType<typeof selectTrips>>[number]

export function showTrip({ trip, organizationName, seriesTitle, present: heard }: TripRow) {
  const { unitId, id, organizationId, topic, startsAt, endsAt, place, venueId } = trip
  const { lecturerName, lecturerRole, level, sector, mode, state, guests, version } = trip
  return {
    unitId,
    tripId: id,
    organizationId,
    organizationName,
    topic,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place,
    venueId,
    lecturerName,
    lecturerRole,
    seriesTitle: seriesTitle ?? '',
    level,
    sector,
    mode,
    state,
    present: heard,
    guests,
    version,
  }
}
