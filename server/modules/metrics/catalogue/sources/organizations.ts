import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { organizationKinds } from '@zhixing/contract/words.ts'
import { under } from '../declare.ts'
import type { Scope, Source } from '../declare.ts'
import { belongs } from './members.ts'

export const branchKinds = sql`('branch', 'jointBranch', 'temporaryBranch')`

/** Organizations that exist on the scope's day, with how many belong to each directly. */
export const organizationsOnDay: Source = {
  key: 'organizations',
  rows: (scope) => sql`
    select o.id::text as id, o.name as name, o.name_key as sort, o.kind as "kindKey",
      (${JSON.stringify(organizationKinds)}::jsonb) ->> o.kind as kind,
      o.kind in ${branchKinds} as "isBranch",
      coalesce(c.members, 0)::int as members, coalesce(c.full_members, 0)::int as "full",
      exists (select 1 from committee_terms t where t.organization_id = o.id and t.ended_on is null
        and coalesce(t.extended_to, t.ends_on) < ${scope.day}) as "isOverdue"
    from organizations o
    left join (
      select m.organization_id, count(*) as members,
             count(*) filter (where m.stage = 'full') as full_members
      from members m where ${belongs(scope)}
        and m.organization_id in (select o.id from organizations o where ${under(scope, 'o.path')})
      group by m.organization_id
    ) c on c.organization_id = o.id
    where ${under(scope, 'o.path')} and ${exists(scope)}`,
}

export function exists({ day }: Pick<Scope, 'day'>): SQL {
  return sql`(o.founded_on is null or o.founded_on <= ${day}) and (o.dissolved_on is null or o.dissolved_on > ${day})`
}
