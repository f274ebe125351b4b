import { sql } from 'drizzle-orm'
import { sumsApart, upTheTree } from '../../../kernel/invariants.ts'
import type { Invariant } from '../../../kernel/invariants.ts'
import { organizationCounts, organizations } from '../../organizations/table.ts'
import { affiliations, members } from '../table.ts'

const above = upTheTree(sql`o.path`)
const standing = sql`from ${members} m join ${organizations} o on o.id = m.organization_id
  where m.left_on is null`

export const memberInvariants: readonly Invariant[] = [
  {
    key: 'members.counts',
    says: '每个党组织记着的党员数就是名册上数出来的人数',
    broken: sumsApart(
      sql`select id::text, members from ${organizationCounts}`,
      sql`select ${above}, count(*) ${standing} group by 1`,
    ),
  },
  {
    key: 'members.probationary',
    says: '每个党组织记着的预备党员数就是名册上数出来的人数',
    broken: sumsApart(
      sql`select id::text, probationary from ${organizationCounts}`,
      sql`select ${above}, count(*) ${standing} and m.stage = 'probationary' group by 1`,
    ),
  },
  {
    key: 'members.affiliations',
    says: '在册党员此刻恰有一段组织关系，就在所在的党组织',
    broken: sql`select m.id, coalesce(string_agg(a.organization_id::text, ', '), '-'), m.organization_id
      from ${members} m left join ${affiliations} a
        on a.unit_id = m.unit_id and a.member_id = m.id and a.until_day is null
      where m.left_on is null group by m.unit_id, m.id, m.organization_id
      having count(a.id) <> 1 or min(a.organization_id::text) <> m.organization_id::text`,
  },
]
