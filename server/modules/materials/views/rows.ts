import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { roleModels, titleOrders, titles, titleStocks, titleViewings } from '../table.ts'

type At = { readonly id: string; readonly path: string }

const held = (path: string, who: SQL) => sql<number>`(select coalesce(sum(s.copies), 0)::int
  from ${titleStocks} s join ${organizations} o on o.id = s.organization_id
  where s.unit_id = ${titles.unitId} and s.title_id = ${titles.id}
  and o.path like ${`${path}%`} and ${who})`

/** Titles with what an organization and all below it have of each. */
export function selectTitles(db: Reader, { id, path }: At) {
  const below = `${path}%`
  return db
    .select({
      title: titles,
      organizationName: organizations.name,
      modelName: roleModels.name,
      here: held(path, sql`s.holder_id = ${id}`),
      below: held(path, sql`s.member_id is null`),
      held: held(path, sql`s.member_id is not null`),
      onOrder: sql<number>`(select coalesce(sum(o.copies - o.arrived), 0)::int from ${titleOrders} o
        where o.unit_id = ${titles.unitId} and o.title_id = ${titles.id}
        and o.path like ${below} and o.ended_on is null)`,
      viewings: sql<number>`(select count(*)::int from ${titleViewings} v
        where v.unit_id = ${titles.unitId} and v.title_id = ${titles.id} and v.path like ${below})`,
    })
    .from(titles)
    .innerJoin(organizations, eq(organizations.id, titles.organizationId))
    .leftJoin(
      roleModels,
      and(eq(roleModels.unitId, titles.unitId), eq(roleModels.id, titles.modelId)),
    )
}

type Selected = Awaited<ReturnType<typeof selectTitles>>[number]

export function rowOf({ title, ...more }: Selected, { appointments }: Actor) {
  const { unitId, id: titleId, kind, name, author, publisher, year, priceCents } = title
  const { minutes, retiredOn, path } = title
  const mayKeep = covers(reachOf(appointments, 'materials.keep'), path)
  const facts = { unitId, titleId, kind, name, author, publisher, year, priceCents, minutes }
  return { ...facts, ...more, retiredOn, mayKeep }
}
