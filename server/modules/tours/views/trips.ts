import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import { addDays, startOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { atOrAbove, covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { tourAttendances, tourTrips } from '../table.ts'
import { selectTrips, showTrip } from './shown.ts'

const mineMax = 30

/** The schedule, village by village within a day. */
export const listTrips = view(contract.tours.trips, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { from, until, seriesId } = input
  const chosen = and(
    within(reach, tourTrips.path),
    from ? gte(tourTrips.startsAt, startOf(from)) : undefined,
    until ? lt(tourTrips.startsAt, startOf(addDays(until, 1))) : undefined,
    seriesId ? eq(tourTrips.seriesId, seriesId) : undefined,
  )
  const rows = await selectTrips(db)
    .where(chosen)
    .orderBy(
      sql`${tourTrips.state} <> 'planned'`,
      sql`case when ${tourTrips.state} = 'planned' then ${tourTrips.startsAt} end`,
      desc(tourTrips.startsAt),
      asc(tourTrips.path),
      asc(tourTrips.id),
    )
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return { rows: rows.map(showTrip), total: await db.$count(tourTrips, chosen) }
})

export const showOneTrip = view(contract.tours.trip, async ({ db, actor, reach }, input) => {
  const { unitId, tripId } = input
  const [row] = await selectTrips(db).where(
    and(eq(tourTrips.unitId, unitId), eq(tourTrips.id, tripId), within(reach, tourTrips.path)),
  )
  if (!row) throw missing('tours.tripUnknown')
  const people = await db
    .select({
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
    })
    .from(tourAttendances)
    .innerJoin(
      members,
      and(eq(members.unitId, tourAttendances.unitId), eq(members.id, tourAttendances.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(tourAttendances.unitId, unitId), eq(tourAttendances.tripId, tripId)))
    .orderBy(asc(members.nameKey), asc(members.id))
  const { record, reason, path } = row.trip
  return {
    ...showTrip(row),
    record,
    reason,
    people,
    may: { manage: covers(reachOf(actor.appointments, 'tours.manage'), path) },
  }
})

/** Where I go to teach, and what comes to where I am. */
export const myTrips = ownView(contract.tours.mine, async ({ db, actor }) => {
  const { memberId, unitId, place } = actor
  if (!memberId) return { teaching: [], hearing: [] }
  const order = [desc(tourTrips.startsAt), desc(tourTrips.id)] as const
  const taught = await selectTrips(db)
    .where(and(eq(tourTrips.unitId, unitId), eq(tourTrips.lecturerId, memberId)))
    .orderBy(...order)
    .limit(mineMax)
  const there = sql<boolean>`exists (select from ${tourAttendances} a
    where a.unit_id = ${tourTrips.unitId} and a.trip_id = ${tourTrips.id} and a.member_id = ${memberId})`
  const heard = await selectTrips(db)
    .where(
      and(
        eq(tourTrips.unitId, unitId),
        or(there, and(eq(tourTrips.state, 'planned'), atOrAbove(place.path, tourTrips.path))),
      ),
    )
    .orderBy(...order)
    .limit(mineMax)
  return {
    teaching: taught.map(showTrip),
    hearing: heard.map((row) => ({ ...showTrip(row), wasThere: row.trip.state === 'held' })),
  }
})
