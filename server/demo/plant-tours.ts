import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { tourOffers, tourRequests, tourSeries, tourTrips } from '../modules/tours/table.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization, DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }

const offered = [
  ['宋明理', 'partySchool', '乡村振兴政策解读'],
  ['许为民', 'leader', '基层治理怎么办'],
  ['田立业', 'department', '种植补贴与农技'],
] as const
const tripsMax = 40
const topics = ['乡村振兴政策解读', '基层治理怎么办', '新修订党章要点'] as const

/** Lecturers who can go, what branches ask for, a series, and trips of which half were given. */
export async function plantTours(
  { tx, now }: Scene,
  { county, branches }: DemoTree,
): Promise<void> {
  const today = dayOf(now)
  const by = { byId: newId(), at: now }
  const here = { ...placeOf(county), ...by }
  await insertAll(
    tx,
    tourOffers,
    offersOf(today).map((offer) => ({ ...offer, ...here })),
  )
  const seriesId = newId()
  const facts = { title: '“三新”讲习', level: 'village', sectors: [], sessionsWanted: 60 } as const
  const span = { from: `${today.slice(0, 4)}-01-01`, until: `${today.slice(0, 4)}-12-31` }
  await insertAll(tx, tourSeries, [
    {
      ...here,
      ...facts,
      ...span,
      sectors: [...facts.sectors],
      id: seriesId,
      formId: newId(),
    },
  ])
  await insertAll(
    tx,
    tourRequests,
    requestsOf(branches, today).map((request) => ({ ...request, ...by })),
  )
  const trips = branches.slice(0, tripsMax).map((branch, at) => tripOf(branch, at, today))
  await insertAll(
    tx,
    tourTrips,
    trips.map((trip) => ({ ...trip, ...by, seriesId })),
  )
}

function offersOf(today: string) {
  const windows = [{ from: addDays(today, -60), until: addDays(today, 60) }]
  return offered.map(([lecturerName, lecturerRole, topic]) => ({
    id: newId(),
    formId: newId(),
    lecturerName,
    lecturerRole,
    topics: [topic],
    windows,
    tripsMax: 12,
  }))
}

function requestsOf(branches: readonly DemoOrganization[], today: string) {
  return branches
    .filter((_, at) => at % 5 === 0)
    .slice(0, 8)
    .map((branch, at) => ({
      ...placeOf(branch),
      id: newId(),
      formId: newId(),
      topic: topics[at % 2] ?? topics[0],
      windows: [{ from: today, until: addDays(today, 30) }],
      people: 20 + at,
      mode: 'touring' as const,
    }))
}

function placeOf({ unitId, id: organizationId, path }: DemoOrganization) {
  return { unitId, organizationId, path }
}

function tripOf(branch: DemoOrganization, at: number, today: string) {
  const isHeld = at % 2 === 0
  const [lecturerName, lecturerRole] = offered[at % 3] ?? offered[0]
  const startsAt = new Date(startOf(addDays(today, isHeld ? -40 + at : at)).getTime() + 32_400_000)
  const told = isHeld ? { guests: 12 + at, record: '现场讲解，回答提问，反响好' } : {}
  return {
    ...placeOf(branch),
    ...told,
    id: newId(),
    formId: newId(),
    topic: topics[at % 3] ?? topics[0],
    lecturerName,
    lecturerRole,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 7_200_000),
    place: '党群服务中心',
    level: 'village' as const,
    sector: branch.sector,
    mode: 'touring' as const,
    state: isHeld ? ('held' as const) : ('planned' as const),
  }
}
