import { playingKinds, siteTypes } from '@zhixing/contract/site-words.ts'
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { addMonths, dayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { resources } from '../../resources/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { dueOn, isIdle, owedMonths, troubleOf } from '../rules.ts'
import { siteEquipment, siteRecords, sites } from '../table.ts'

type Frame = { readonly path: string; readonly today: Day }

/** Rooms of these types that are still lent are sites, whoever entered them and where. */
export const isSite = and(
  eq(resources.kind, 'room'),
  inArray(resources.type, Object.keys(siteTypes)),
  isNull(resources.retiredOn),
)

/** Every site of a choice as it stands today: what it has, what is owed, whether it lies idle. */
export async function standingsOf(db: Reader, chosen: SQL | undefined, { path, today }: Frame) {
  const found = await db
    .select({
      resource: resources,
      organizationName: organizations.name,
      site: sites,
      managerName: members.name,
    })
    .from(resources)
    .innerJoin(organizations, eq(organizations.id, resources.organizationId))
    .leftJoin(sites, and(eq(sites.unitId, resources.unitId), eq(sites.id, resources.id)))
    .leftJoin(members, and(eq(members.unitId, sites.unitId), eq(members.id, sites.managerId)))
    .where(and(isSite, chosen))
    .orderBy(asc(resources.nameKey), asc(resources.id))
  const ids = found.map(({ resource }) => resource.id)
  const machinesAt = await countMachines(db, ids)
  const records = await toldOf(db, ids, today)
  const days = (await ruleAt(db, 'site.record.day', { path, day: today })).value
  const months = (await ruleAt(db, 'site.idle.months', { path, day: today })).value

  return found.map(({ resource, site, ...named }) => {
    const { unitId, id: siteId, name, organizationId, address, path: at } = resource
    const { told = [], lastUsed = null } = records.get(siteId) ?? {}
    const since = site?.since ?? dayOf(resource.at)
    const machines = machinesAt.get(siteId) ?? 0
    const { isOutOfOrder = false, fault = '', managerId = null } = site ?? {}
    const type = typeOf(resource.type)
    const owes = owedMonths({ since, told: new Set(told) }, today)
    const [first] = owes
    return {
      unitId,
      siteId,
      type,
      name,
      organizationId,
      address,
      path: at,
      ...named,
      managerId,
      isOutOfOrder,
      fault,
      since,
      machines,
      version: site?.version ?? 0,
      trouble: troubleOf({ type, isOutOfOrder, fault, machines }) ?? null,
      isIdle: isIdle({ since, lastUsed }, { today, months }),
      owes,
      isLate: first !== undefined && dueOn(first, days) < today,
      lastMonth: told.at(-1) ?? null,
    }
  })
}

export type Standing = Awaited<ReturnType<typeof standingsOf>>[number]

function typeOf(type: string): keyof typeof siteTypes {
  return type === 'lectureSite' ? 'lectureSite' : 'distanceSite'
}

export async function equipmentOf(db: Reader, siteIds: readonly string[]) {
  return db
    .select()
    .from(siteEquipment)
    .where(oneOf(siteEquipment.siteId, siteIds))
    .orderBy(asc(siteEquipment.kind), asc(siteEquipment.boughtOn), asc(siteEquipment.id))
}

/** How many machines that play stand at each site; thousands of sites are counted where their pieces lie. */
async function countMachines(db: Reader, siteIds: readonly string[]) {
  const { siteId, kind, state, count } = siteEquipment
  const rows = await db
    .select({ siteId, machines: sql<number>`sum(${count})::int` })
    .from(siteEquipment)
    .where(and(oneOf(siteId, siteIds), eq(state, 'inUse'), inArray(kind, [...playingKinds])))
    .groupBy(siteId)
  return new Map(rows.map((row) => [row.siteId, row.machines]))
}

/** The months of the last thirteen that each told of, in order, and the last in which anything went on. */
async function toldOf(db: Reader, siteIds: readonly string[], today: Day) {
  const { siteId, month, sessions, playbacks } = siteRecords
  const rows = await db
    .select({
      siteId,
      told: sql<Month[]>`array_agg(${month} order by ${month})`,
      lastUsed: sql<Month | null>`max(${month}) filter (where ${sessions} + ${playbacks} > 0)`,
    })
    .from(siteRecords)
    .where(and(oneOf(siteId, siteIds), gte(month, monthOf(addMonths(today, -13)))))
    .groupBy(siteId)
  return new Map(rows.map((row) => [row.siteId, row]))
}

type Asked = {
  readonly unitId: string
  readonly organizationId: string
  readonly managerId: string | null
  readonly day: Day
}

/** Whom to remind of a site: who manages it, or else who leads the organization. */
export async function peopleOf(db: Reader, { unitId, organizationId, managerId, day }: Asked) {
  if (managerId) return [managerId]
  const rows = await db
    .selectDistinct({ memberId: posts.memberId })
    .from(posts)
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.organizationId, organizationId),
        inArray(posts.post, ['secretary', 'deputySecretary']),
        lte(posts.from, day),
        or(isNull(posts.until), gte(posts.until, day)),
      ),
    )
  return rows.map(({ memberId }) => memberId)
}
