import { contract } from '@zhixing/contract'
import type { deliveryModes } from '@zhixing/contract/tour-words.ts'
import { modeSuits } from '@zhixing/contract/tour-words.ts'
import { and, asc, eq, gte, like, lt, or, sql } from 'drizzle-orm'
import { dayOf, startOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { keysOf } from '@zhixing/contract'
import { oneOf } from '../../../kernel/many.ts'
import { atOrAbove } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { adviceOf, coverBelow } from '../rules.ts'
import { tourAttendances, tourSeries, tourTrips } from '../table.ts'
import { overview } from '../../overviews/index.ts'

/** Who has been reached this year: organization by organization, and by level and sector. */
export const coverage = view(contract.tours.coverage, async (sight, input) => {
  const { db, now } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const { path } = organization
  const year = input.year ?? yearOf(dayOf(now))
  const trips = await db
    .select({
      path: tourTrips.path,
      state: tourTrips.state,
      level: tourTrips.level,
      sector: tourTrips.sector,
      present: sql<number>`(select count(*)::int from ${tourAttendances} a
        where a.unit_id = ${tourTrips.unitId} and a.trip_id = ${tourTrips.id})`,
    })
    .from(tourTrips)
    .where(
      and(
        like(tourTrips.path, `${path}%`),
        gte(tourTrips.startsAt, startOf(`${year}-01-01`)),
        lt(tourTrips.startsAt, startOf(`${year + 1}-01-01`)),
        input.seriesId ? eq(tourTrips.seriesId, input.seriesId) : undefined,
      ),
    )
  const branches = await findBranches(db, path)
  const rows = coverBelow(branches, trips, path)
  const named = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(
      oneOf(
        organizations.id,
        rows.map((row) => row.organizationId),
      ),
    )
    .orderBy(asc(organizations.path))
  const cells = Map.groupBy(
    trips.filter(({ state }) => state === 'held'),
    ({ level, sector }) => `${level} ${sector}`,
  )
  return {
    year,
    rows: named.flatMap(({ id, name }) => {
      const row = rows.find((one) => one.organizationId === id)
      return row ? [{ ...row, name }] : []
    }),
    cells: [...cells.values()].flatMap((same) => {
      const [first] = same
      return first ? [{ level: first.level, sector: first.sector, held: same.length }] : []
    }),
  }
})

async function findBranches(db: Reader, path: string) {
  return db
    .select({ path: organizations.path })
    .from(organizations)
    .where(
      and(
        like(organizations.path, `${path}%`),
        sql`${organizations.kind} in ('branch', 'jointBranch', 'temporaryBranch', 'temporaryJointBranch')`,
        sql`${organizations.dissolvedOn} is null`,
      ),
    )
}

function counted(state: string) {
  return sql<number>`(select count(*)::int from ${tourTrips} t
    where t.unit_id = ${tourSeries.unitId} and t.series_id = ${tourSeries.id} and t.state = ${state})`
}

/** Series of ours and of those above us, with how far each is. */
export const listSeries = view(contract.tours.series, async (sight, input) => {
  const { db } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const seen = or(
    like(tourSeries.path, `${organization.path}%`),
    atOrAbove(organization.path, tourSeries.path),
  )
  const rows = await db
    .select({
      series: tourSeries,
      organizationName: organizations.name,
      held: counted('held'),
      planned: counted('planned'),
      present: sql<number>`(select count(*)::int from ${tourAttendances} a
        join ${tourTrips} t on t.unit_id = a.unit_id and t.id = a.trip_id
        where t.unit_id = ${tourSeries.unitId} and t.series_id = ${tourSeries.id})`,
    })
    .from(tourSeries)
    .innerJoin(organizations, eq(organizations.id, tourSeries.organizationId))
    .where(seen)
    .orderBy(sql`${tourSeries.from} desc`, asc(tourSeries.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [all] = await db
    .select({
      total: sql<number>`count(*)::int`,
      held: sql<number>`coalesce(sum(${counted('held')}), 0)::int`,
    })
    .from(tourSeries)
    .innerJoin(organizations, eq(organizations.id, tourSeries.organizationId))
    .where(seen)
  return {
    total: all?.total ?? 0,
    held: all?.held ?? 0,
    rows: rows.map(({ series, ...counts }) => {
      const { unitId, id, title, level, sectors, sessionsWanted, from, until } = series
      const facts = { title, level, sectors, sessionsWanted, from, until }
      return { unitId, seriesId: id, ...facts, ...counts }
    }),
  }
})

const sources = {
  lecture: ['meeting', 'lecture', 'study', 'class'],
  touring: [],
  field: [],
  practice: ['practice'],
  game: [],
  online: ['online'],
  homeDelivery: ['homeDelivery'],
} as const satisfies Record<keyof typeof deliveryModes, readonly string[]>

/** The catalogue of modes with whom each suits, and how often each was used below a place this year. */
export const listModes = overview(contract.tours.modes, async (sight, input) => {
  const { db, now } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const year = yearOf(dayOf(now))
  const { path } = organization
  const heard = await db
    .select({ mode: tourTrips.mode, times: sql<number>`count(${tourAttendances.id})::int` })
    .from(tourTrips)
    .innerJoin(
      tourAttendances,
      and(eq(tourAttendances.unitId, tourTrips.unitId), eq(tourAttendances.tripId, tourTrips.id)),
    )
    .where(
      and(
        like(tourTrips.path, `${path}%`),
        eq(tourTrips.state, 'held'),
        gte(tourTrips.startsAt, startOf(`${year}-01-01`)),
      ),
    )
    .groupBy(tourTrips.mode)
  const studied = await db
    .select({ source: hourEntries.source, times: sql<number>`count(*)::int` })
    .from(hourEntries)
    .innerJoin(organizations, eq(organizations.id, hourEntries.organizationId))
    .where(
      and(
        like(organizations.path, `${path}%`),
        eq(hourEntries.year, year),
        eq(hourEntries.ledger, 'member'),
        sql`${hourEntries.reversesId} is null and not exists (select from ${hourEntries} back
          where back.unit_id = ${hourEntries.unitId} and back.reverses_id = ${hourEntries.id})`,
        // What travelled is counted by its own mode.
        sql`not exists (select from ${tourTrips} t
          where t.unit_id = ${hourEntries.unitId} and t.id = ${hourEntries.sourceId})`,
      ),
    )
    .groupBy(hourEntries.source)
  const timesOf = (mode: keyof typeof deliveryModes) => {
    const wanted: readonly string[] = sources[mode]
    const posted = studied.filter(({ source }) => wanted.includes(source))
    const travelled = heard.filter((row) => row.mode === mode)
    return [...posted, ...travelled].reduce((sum, { times }) => sum + times, 0)
  }
  return {
    year,
    faceToFace: timesOf('lecture') + timesOf('field') + timesOf('practice'),
    delivered: timesOf('touring') + timesOf('homeDelivery'),
    rows: keysOf(modeSuits).map((mode) => {
      const { suits, hardly } = modeSuits[mode]
      const advice = adviceOf(mode, input.cohort)
      return { mode, suits: [...suits], hardly: [...hardly], advice, times: timesOf(mode) }
    }),
  }
})
