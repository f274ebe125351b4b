import { getTableName, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Invariant } from '../../../kernel/invariants.ts'
import { sumsApart, upTheTree } from '../../../kernel/invariants.ts'
import { followers } from '../../../kernel/tables.ts'
import { organizationCounts, organizations } from '../table.ts'

/** `tables` are all there are: each may keep the path of an organization. */
export function organizationInvariants(tables: readonly PgTable[]): readonly Invariant[] {
  return [
    {
      key: 'organizations.paths',
      says: '每个党组织的路径就是上级的路径加上自己',
      broken: sql`select o.id, o.path, coalesce(parent.path, '/') || o.id || '/'
      from ${organizations} o left join ${organizations} parent on parent.id = o.parent_id
      where o.path <> coalesce(parent.path, '/') || o.id || '/'`,
    },
    {
      key: 'organizations.counts',
      says: '每个党组织记着的下属组织数、支部数就是数出来的数',
      broken: countsApart(),
    },
    ...pathsBeside(tables),
  ]
}

function countsApart(): SQL {
  const standing = sql`from ${organizations} o where o.dissolved_on is null`
  const isBranch = sql`o.kind in ('branch', 'jointBranch', 'temporaryBranch', 'temporaryJointBranch')`
  const above = upTheTree(sql`o.path`)
  return sql`${sumsApart(
    sql`select id::text, organizations from ${organizationCounts}`,
    sql`select ${above}, count(*) ${standing} group by 1`,
  )} union all ${sumsApart(
    sql`select id::text, branches from ${organizationCounts}`,
    sql`select ${above}, count(*) ${standing} and ${isBranch} group by 1`,
  )}`
}

/** What keeps the path of an organization stands where that organization stands. */
function pathsBeside(tables: readonly PgTable[]): Invariant[] {
  return followers().flatMap(({ table, key }) => {
    const { columns } = getTableConfig(table)
    if (
      !tables.includes(table) ||
      key !== 'path' ||
      !columns.some(({ name }) => name === 'organization_id')
    )
      return []
    const name = getTableName(table)
    return {
      key: `paths.${name}`,
      says: `${name} 里记着的路径就是所属党组织的路径`,
      broken: sql`select t.id, t.path, o.path from ${table} t
        join ${organizations} o on o.id = t.organization_id where t.path <> o.path`,
    }
  })
}
