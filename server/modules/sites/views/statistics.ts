import { contract } from '@zhixing/contract'
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { overview } from '../../overviews/index.ts'
import { resources } from '../../resources/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { equipmentOf, isSite, standingsOf } from '../catalogue/standing.ts'
import type { Standing } from '../catalogue/standing.ts'
import { ageOf, dueOn, shareOf } from '../rules.ts'
import { siteRecords } from '../table.ts'
import { selectRecords } from './list.ts'

/** The records of one month, row by row: what the statistics add up. */
export const listRecords = view(contract.sites.records, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = and(within(reach, resources.path), eq(siteRecords.month, input.month))
  const rows = await selectRecords(db)
    .where(chosen)
    .orderBy(asc(resources.nameKey), asc(resources.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [all] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(siteRecords)
    .innerJoin(
      resources,
      and(eq(resources.unitId, siteRecords.unitId), eq(resources.id, siteRecords.siteId)),
    )
    .where(chosen)
  return { rows, total: all?.total ?? 0 }
})

/** One month by the organizations below; what lies at the organization itself is a row of its own. */
export const showStatistics = overview(contract.sites.statistics, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { path } = organization
  const today = dayOf(now)
  const { value: days } = await ruleAt(db, 'site.record.day', { path, day: today })
  const children = await childrenOf(db, organization)
  const rooms = await db
    .select({ siteId: resources.id, path: resources.path })
    .from(resources)
    .where(and(isSite, within(reach, resources.path)))
  const told = await db
    .select({ record: siteRecords, path: resources.path })
    .from(siteRecords)
    .innerJoin(
      resources,
      and(eq(resources.unitId, siteRecords.unitId), eq(resources.id, siteRecords.siteId)),
    )
    .where(and(within(reach, resources.path), eq(siteRecords.month, input.month)))
  const records = told.map(({ record, path: at }) => ({ ...record, path: at }))
  const sumUp = (one: { id: string; name: string; path: string }, isExact = false) => {
    const isIn = (at: string) => (isExact ? at === one.path : at.startsWith(one.path))
    const own = records.filter((record) => isIn(record.path))
    const sum = (figure: (record: (typeof own)[number]) => number) =>
      own.reduce((all, record) => all + figure(record), 0)
    return {
      organizationId: one.id,
      name: one.name,
      sites: rooms.filter((room) => isIn(room.path)).length,
      reported: own.length,
      late: sum(({ isLate }) => (isLate ? 1 : 0)),
      sessions: sum(({ sessions }) => sessions),
      playbacks: sum(({ playbacks }) => playbacks),
      minutesOpen: sum(({ minutesOpen }) => minutesOpen),
      attendance: sum(({ attendance }) => attendance),
      faults: sum(({ faults }) => (faults ? 1 : 0)),
    }
  }
  const rows = [sumUp(organization, true), ...children.map((child) => sumUp(child))]
  return {
    dueOn: dueOn(input.month, days),
    rows: rows.filter(({ sites, reported }) => sites + reported > 0),
    total: sumUp(organization),
  }
})

type Organization = typeof organizations.$inferSelect

async function childrenOf(db: Reader, { id }: Organization) {
  return db
    .select()
    .from(organizations)
    .where(and(eq(organizations.parentId, id), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.id))
}

const namedMost = 6

/** Which villages and communities have a site that works, and how well the sites are equipped. */
export const showCoverage = overview(contract.sites.coverage, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { path } = organization
  const today = dayOf(now)
  const villages = await villagesAt(db, reach)
  const standings = await standingsOf(db, within(reach, resources.path), { path, today })
  const working = standings.filter(({ trouble }) => trouble === null)
  const covered = new Set(working.flatMap(({ path: at }) => pathsTo(at)))
  const isCovered = (village: Organization) => covered.has(village.path)
  const children = await childrenOf(db, organization)
  const rows = children.flatMap(({ id: organizationId, name, path: below }) => {
    const own = villages.filter((village) => village.path.startsWith(below))
    if (own.length === 0) return []
    const without = own.filter((village) => !isCovered(village)).map(({ employer }) => employer)
    const share = shareOf(own.length - without.length, own.length)
    return [{ organizationId, name, villages: share, without: without.slice(0, namedMost) }]
  })
  const { value: years, clause } = await ruleAt(db, 'site.equipment.years', { path, day: today })
  return {
    villages: shareOf(villages.filter(isCovered).length, villages.length),
    ...(await equippedShares(db, standings, { today, years })),
    years,
    clause,
    rows,
  }
})

/** The way from the root to a place, step by step: whatever stands on it covers the place. */
function pathsTo(path: string): string[] {
  const steps = path.split('/')
  return steps.slice(2).map((_, at) => `${steps.slice(0, at + 2).join('/')}/`)
}

/** The topmost organization of each village and community. */
async function villagesAt(db: Reader, reach: readonly string[]) {
  return db
    .select()
    .from(organizations)
    .where(
      and(
        within(reach, organizations.path),
        inArray(organizations.sector, ['village', 'community']),
        ne(organizations.employer, ''),
        ne(organizations.kind, 'group'),
        isNull(organizations.dissolvedOn),
        sql`not exists (select from organizations p where p.id = organizations.parent_id
          and p.employer = organizations.employer and p.sector = organizations.sector)`,
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.id))
}

async function equippedShares(
  db: Reader,
  standings: readonly Standing[],
  { today, years }: { readonly today: string; readonly years: number },
) {
  const distance = standings.filter(({ type }) => type === 'distanceSite')
  const pieces = await equipmentOf(
    db,
    standings.map(({ siteId }) => siteId),
  )
  const kept = pieces.filter(({ state }) => state !== 'scrapped')
  const having = (kind: string) => {
    const some = kept.filter((one) => one.kind === kind && one.state === 'inUse')
    const places = new Set(some.map(({ siteId }) => siteId))
    return distance.filter(({ siteId }) => places.has(siteId)).length
  }
  const young = kept.filter(({ boughtOn }) => ageOf(boughtOn, today) < years)
  return {
    computers: shareOf(having('computer'), distance.length),
    displays: shareOf(having('display'), distance.length),
    renewed: shareOf(countOf(young), countOf(kept)),
    valueCents: kept.reduce((sum, { valueCents, count }) => sum + valueCents * count, 0),
  }
}

function countOf(some: readonly { readonly count: number }[]): number {
  return some.reduce((sum, { count }) => sum + count, 0)
}
