import { contract } from '@zhixing/contract'
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../index.ts'
import { existedOn, wasOn } from '../rules/history.ts'
import type { Past } from '../rules/history.ts'
import type { Organization } from '../store/tree.ts'
import { organizationChanges, organizations } from '../table.ts'

/** One level of the tree as it was at the end of a day. */
export const showAsOf = view(
  contract.organizations.asOf,
  async ({ db, reach }, { organizationId, day }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const candidates = await db
      .select()
      .from(organizations)
      .where(
        and(
          within(reach, organizations.path),
          sql`(${eq(organizations.parentId, organizationId)} or ${organizations.id} in (
            select ${organizationChanges.organizationId} from ${organizationChanges}
            where ${organizationChanges.before} ->> 'parentId' = ${organizationId}))`,
        ),
      )
      .orderBy(asc(organizations.nameKey), asc(organizations.id))
    const past = await changesAfter(db, [organization, ...candidates], day)
    const rows = candidates
      .map((now) => ({ now, was: wasOn(now, past.get(now.id) ?? []) }))
      .filter(({ now, was }) => was?.parentId === organizationId && existedOn(now, day))
      .flatMap(({ now, was }) => (was ? [{ now, was }] : []))
    const parents = await parentsOn(
      db,
      rows.map(({ now }) => now.id),
      day,
    )

    const self = wasOn(organization, past.get(organizationId) ?? [])
    return {
      day,
      self: {
        name: self?.name ?? organization.name,
        kind: self?.kind ?? organization.kind,
        existed: self !== undefined && existedOn(organization, day),
      },
      rows: rows.map(({ now, was }) => ({
        id: now.id,
        unitId: now.unitId,
        name: was.name,
        kind: was.kind,
        nameToday: today(now, was.name),
        hasChildren: parents.has(now.id),
      })),
    }
  },
)

function today({ name, dissolvedOn }: Organization, was: string): string | null {
  if (dissolvedOn) return '已撤销'
  return name === was ? null : name
}

/** What happened to each of them after the day, the first thing first. */
async function changesAfter(db: Reader, some: readonly Organization[], day: Day) {
  const { organizationId, before, what } = organizationChanges
  const rows: (Past & { organizationId: string })[] = await db
    .select({ organizationId, before, what })
    .from(organizationChanges)
    .where(
      and(
        inArray(
          organizationId,
          some.map(({ id }) => id),
        ),
        gt(organizationChanges.day, day),
      ),
    )
    .orderBy(asc(organizationChanges.day), asc(organizationChanges.at))
  return Map.groupBy(rows, (row) => row.organizationId)
}

/** Which of them had something below them then, or would be worth opening. */
async function parentsOn(db: Reader, ids: readonly string[], day: Day): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const now = await db
    .selectDistinct({ id: organizations.parentId })
    .from(organizations)
    .where(inArray(organizations.parentId, [...ids]))
  const parent = sql<string>`${organizationChanges.before} ->> 'parentId'`
  const then = await db
    .selectDistinct({ id: parent })
    .from(organizationChanges)
    .where(and(gt(organizationChanges.day, day), inArray(parent, [...ids])))
  return new Set([...now, ...then].flatMap(({ id }) => id ?? []))
}
