import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { column, declare } from './declare.ts'
import { organizationsOnDay } from './sources/organizations.ts'

const columns = [
  column('name', '党组织'),
  column('kind', '类别'),
  column('members', '党员', 'count'),
  column('full', '正式党员', 'count'),
]

function organizations(id: string, [name, definition]: readonly [string, string], which: SQL) {
  const words = { id: `organizations.${id}`, name, definition }
  return declare({
    ...words,
    clause: '《中国共产党支部工作条例（试行）》',
    group: 'organizations',
    unit: 'organizations',
    aggregate: { of: 'count' },
    columns,
    source: organizationsOnDay,
    which,
  })
}

export const organizationMetrics = [
  organizations(
    'all',
    ['党组织总数', '截至统计日本组织及下级的党委、党总支和党支部，不含党小组'],
    sql`"kindKey" <> 'group'`,
  ),
  organizations(
    'committees',
    ['党委数', '截至统计日的党委、党工委、机关工委和党组'],
    sql`"kindKey" in ('committee', 'workCommittee', 'agencyCommittee', 'leadingGroup')`,
  ),
  organizations(
    'generalBranches',
    ['党总支数', '截至统计日的党总支'],
    sql`"kindKey" = 'generalBranch'`,
  ),
  organizations(
    'branches',
    ['党支部数', '截至统计日的党支部、联合党支部和临时党支部'],
    sql`"isBranch"`,
  ),
  organizations(
    'small',
    ['正式党员不足3名的党支部数', '截至统计日正式党员少于3名的党支部'],
    sql`"isBranch" and "full" < 3`,
  ),
  organizations(
    'large',
    ['党员超过50名的党支部数', '截至统计日党员多于50名的党支部'],
    sql`"isBranch" and members > 50`,
  ),
  organizations(
    'overdueTerms',
    ['任期届满未换届党组织数', '截至统计日最近一届任期（含批准延期）已满而未换届的党组织'],
    sql`"isOverdue"`,
  ),
]
