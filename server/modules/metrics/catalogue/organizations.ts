import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { belongs } from './members.ts'
import { column, declare, under } from './declare.ts'
import type { Scope } from './declare.ts'

const work = '《中国共产党支部工作条例（试行）》'

export const branchKinds = sql`('branch', 'jointBranch', 'temporaryBranch')`

const columns = [
  column('name', '党组织'),
  column('kind', '类别'),
  column('members', '党员', 'count'),
  column('full', '正式党员', 'count'),
]

/** Organizations that exist on the scope's day, with how many belong to each directly. */
export function organizationRows(scope: Scope, which: SQL): SQL {
  return sql`
    select o.id::text as id, o.name as name, o.name_key as sort, o.path as path,
      case o.kind when 'committee' then '党委' when 'workCommittee' then '党工委'
        when 'agencyCommittee' then '机关工委' when 'leadingGroup' then '党组'
        when 'generalBranch' then '党总支' when 'branch' then '党支部'
        when 'jointBranch' then '联合党支部' when 'temporaryBranch' then '临时党支部'
        else '党小组' end as kind,
      coalesce(c.members, 0)::int as members, coalesce(c.full_members, 0)::int as "full"
    from organizations o
    left join (
      select m.organization_id, count(*) as members,
             count(*) filter (where m.stage = 'full') as full_members
      from members m where ${belongs(scope)} group by m.organization_id
    ) c on c.organization_id = o.id
    where ${under(scope, 'o.path')} and ${exists(scope)} and ${which}`
}

export function exists({ day }: Pick<Scope, 'day'>): SQL {
  return sql`(o.founded_on is null or o.founded_on <= ${day}) and (o.dissolved_on is null or o.dissolved_on > ${day})`
}

function organizations(
  id: string,
  [name, definition]: readonly [string, string],
  which: (scope: Scope) => SQL,
  clause = work,
) {
  const words = { id: `organizations.${id}`, name, definition, clause }
  const kind = {
    group: 'organizations',
    unit: 'organizations',
    aggregate: { of: 'count' },
  } as const
  const rows = (scope: Scope) => organizationRows(scope, which(scope))
  return declare({ ...words, ...kind, columns, rows })
}

export const organizationMetrics = [
  organizations(
    'all',
    ['党组织总数', '截至统计日本组织及下级的党委、党总支和党支部，不含党小组'],
    () => sql`o.kind <> 'group'`,
  ),
  organizations(
    'committees',
    ['党委数', '截至统计日的党委、党工委、机关工委和党组'],
    () => sql`o.kind in ('committee', 'workCommittee', 'agencyCommittee', 'leadingGroup')`,
  ),
  organizations(
    'generalBranches',
    ['党总支数', '截至统计日的党总支'],
    () => sql`o.kind = 'generalBranch'`,
  ),
  organizations(
    'branches',
    ['党支部数', '截至统计日的党支部、联合党支部和临时党支部'],
    () => sql`o.kind in ${branchKinds}`,
  ),
  organizations(
    'small',
    ['正式党员不足3名的党支部数', '截至统计日正式党员少于3名的党支部'],
    () => sql`o.kind in ${branchKinds} and coalesce(c.full_members, 0) < 3`,
  ),
  organizations(
    'large',
    ['党员超过50名的党支部数', '截至统计日党员多于50名的党支部'],
    () => sql`o.kind in ${branchKinds} and coalesce(c.members, 0) > 50`,
  ),
  organizations(
    'overdueTerms',
    ['任期届满未换届党组织数', '截至统计日最近一届任期（含批准延期）已满而未换届的党组织'],
    ({ day }) => sql`exists (select 1 from committee_terms t where t.organization_id = o.id
      and t.ended_on is null and coalesce(t.extended_to, t.ends_on) < ${day})`,
  ),
]
