import { contract } from '@zhixing/contract'
import { and, desc, eq, ilike, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { overview } from '../../overviews/index.ts'
import { resources } from '../../resources/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { heldAt } from '../catalogue/held.ts'
import { equipmentOf, standingsOf } from '../catalogue/standing.ts'
import type { Standing } from '../catalogue/standing.ts'
import { ageOf, dueOn } from '../rules.ts'
import { isRecorder } from '../steps/require.ts'
import { siteRecords, sites } from '../table.ts'

const choices = {
  owing: ({ owes }: Standing) => owes.length > 0,
  idle: (one: Standing) => one.isIdle,
  broken: ({ trouble }: Standing) => trouble !== null,
  unmanned: ({ managerId }: Standing) => managerId === null,
} as const

/** Every site at and below an organization, with what each lacks. */
export const listSites = overview(contract.sites.list, async (sight, input) => {
  const { db, now, actor } = sight
  const { type, only, text, page, size } = input
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { path } = organization
  const like = containing(text)
  const words = or(
    ilike(resources.name, like),
    ilike(resources.nameKey, like),
    ilike(organizations.name, like),
  )
  const known = and(
    within(reach, resources.path),
    type ? eq(resources.type, type) : undefined,
    text ? words : undefined,
  )
  const all = await standingsOf(db, known, { path, today: dayOf(now) })
  const chosen = only ? all.filter(choices[only]) : all
  const count = (key: keyof typeof choices) => all.filter(choices[key]).length
  return {
    rows: chosen.slice((page - 1) * size, page * size),
    total: chosen.length,
    all: all.length,
    working: all.filter(({ trouble }) => trouble === null).length,
    counts: {
      owing: count('owing'),
      idle: count('idle'),
      broken: count('broken'),
      unmanned: count('unmanned'),
    },
    mayKeep: covers(reachOf(actor.appointments, 'sites.keep'), path),
  }
})

const shownRecords = 12

/** One site: its machines with their age, and what it was used for month by month. */
export const showSite = view(contract.sites.show, async ({ db, now, reach, actor }, input) => {
  const { unitId, siteId } = input
  const today = dayOf(now)
  const chosen = and(
    eq(resources.unitId, unitId),
    eq(resources.id, siteId),
    within(reach, resources.path),
  )
  const [first] = await standingsOf(db, chosen, { path: reach[0] ?? '/', today })
  if (!first) throw missing('sites.unknown')
  const [own] = await standingsOf(db, chosen, { path: first.path, today })
  const standing = own ?? first
  const { value: years } = await ruleAt(db, 'site.equipment.years', {
    path: standing.path,
    day: today,
  })
  const equipment = (await equipmentOf(db, [siteId])).map(({ id, ...piece }) => {
    const age = ageOf(piece.boughtOn, today)
    return { ...piece, equipmentId: id, age, isOld: piece.state !== 'scrapped' && age >= years }
  })
  const { path } = standing
  return {
    ...standing,
    equipment,
    valueCents: equipment
      .filter(({ state }) => state !== 'scrapped')
      .reduce((sum, { valueCents, count }) => sum + valueCents * count, 0),
    records: await selectRecords(db)
      .where(and(eq(siteRecords.unitId, unitId), eq(siteRecords.siteId, siteId)))
      .orderBy(desc(siteRecords.month))
      .limit(shownRecords),
    mayKeep: covers(reachOf(actor.appointments, 'sites.keep'), path),
    mayRecord: isRecorder(actor, standing),
  }
})

/** The month of one site before it is told: what is known of it already, added up. */
export const showMonth = ownView(contract.sites.month, async ({ db, now, actor }, input) => {
  const { unitId, siteId, month } = input
  const today = dayOf(now)
  const chosen = and(eq(resources.unitId, unitId), eq(resources.id, siteId))
  const [site] = await standingsOf(db, chosen, { path: '/', today })
  if (!site || !isRecorder(actor, site)) throw missing('sites.unknown')
  const { value: days } = await ruleAt(db, 'site.record.day', { path: site.path, day: today })
  const held = await heldAt(db, site, month)
  const [record = null] = await selectRecords(db).where(
    and(
      eq(siteRecords.unitId, unitId),
      eq(siteRecords.siteId, siteId),
      eq(siteRecords.month, month),
    ),
  )
  const sum = (figure: (one: (typeof held)[number]) => number) =>
    held.reduce((all, one) => all + figure(one), 0)
  return {
    name: site.name,
    month,
    dueOn: dueOn(month, days),
    held,
    suggested: {
      sessions: held.length,
      playbacks: held.filter(({ isPlayback }) => isPlayback).length,
      minutesOpen: Math.min(
        44_640,
        sum(({ minutes }) => minutes),
      ),
      attendance: sum(({ attendance }) => attendance),
    },
    record,
  }
})

/** The sites that the reader manages, and those of the organizations for which they record. */
export const listMine = ownView(contract.sites.mine, async ({ db, now, actor }) => {
  const today = dayOf(now)
  const { unitId, memberId, place } = actor
  const managed = memberId
    ? and(eq(sites.unitId, unitId), eq(sites.managerId, memberId))
    : sql`false`
  // Who leads a branch sees its own; who sits above has the desk for the many below.
  const held = reachOf(actor.appointments, 'sites.record')
  const own = held.map((path) => eq(resources.path, path))
  const chosen = or(managed, ...own)
  return { sites: await standingsOf(db, chosen, { path: place.path, today }), today }
})

type Db = Parameters<typeof equipmentOf>[0]

export function selectRecords(db: Db) {
  return db
    .select({
      unitId: siteRecords.unitId,
      siteId: siteRecords.siteId,
      name: resources.name,
      organizationName: organizations.name,
      month: siteRecords.month,
      sessions: siteRecords.sessions,
      playbacks: siteRecords.playbacks,
      minutesOpen: siteRecords.minutesOpen,
      attendance: siteRecords.attendance,
      faults: siteRecords.faults,
      reportedOn: siteRecords.reportedOn,
      isLate: siteRecords.isLate,
      byName: siteRecords.byName,
      version: siteRecords.version,
    })
    .from(siteRecords)
    .innerJoin(
      resources,
      and(eq(resources.unitId, siteRecords.unitId), eq(resources.id, siteRecords.siteId)),
    )
    .innerJoin(organizations, eq(organizations.id, resources.organizationId))
}
