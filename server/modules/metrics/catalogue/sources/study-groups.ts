import { sql } from 'drizzle-orm'
import { under } from '../declare.ts'
import type { Scope, Source } from '../declare.ts'
import { shanghaiDay } from './activities.ts'

const firstYear = (scope: Scope) => `${String(Number(scope.to.slice(0, 4)) - 4)}-01-01`

/** One line for each time somebody sat in, in the five years that end with the scope; `isHere` where it lies in it. */
export const studyObserved: Source = {
  key: 'studyObserved',
  rows: (scope) => sql`
    select b.id, b.name, b.sort, b.topic, b.day, m.name as observer, b.score, b."isHere"
    from (
      select b.id::text as id, g.name as name, s.starts_at as sort, s.title as topic,
        ${shanghaiDay(sql`s.starts_at`)} as day, b.score as score, b.member_unit_id, b.member_id,
        (s.starts_at at time zone 'Asia/Shanghai')::date >= ${scope.from} as "isHere"
      from study_observations b
      join study_sessions s on s.unit_id = b.unit_id and s.id = b.session_id
      join study_groups g on g.unit_id = b.unit_id and g.id = b.group_id
      where b.observed_at is not null and b.withdrawn_at is null and ${under(scope, 'g.path')}
        and (s.starts_at at time zone 'Asia/Shanghai')::date between ${firstYear(scope)} and ${scope.to}
    ) b join members m on m.unit_id = b.member_unit_id and m.id = b.member_id`,
}

/** One line for each study group: how often it sat in the scope, and whether somebody sat in with it. */
export const studyGroupsHeld: Source = {
  key: 'studyGroupsHeld',
  rows: (scope) => sql`
    select x.*, x.observed > 0 as "isObserved" from (
      select g.id::text as id, g.name as name, o.name as branch, o.path as sort,
        (select count(*) from study_sessions s
          join closures c on c.unit_id = s.unit_id and c.activity_id = s.id and c.reopened_at is null
          where s.unit_id = g.unit_id and s.group_id = g.id and s.cancelled_at is null
            and s.form = 'discussion' and ${inScope(scope)})::int as discussions,
        (select count(*) from study_observations b
          join study_sessions s on s.unit_id = b.unit_id and s.id = b.session_id
          where b.unit_id = g.unit_id and b.group_id = g.id and b.observed_at is not null
            and b.withdrawn_at is null and ${inScope(scope)})::int as observed
      from study_groups g join organizations o on o.id = g.organization_id and o.dissolved_on is null
      where ${under(scope, 'g.path')}) x`,
}

function inScope({ from, to }: Scope) {
  return sql`(s.starts_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}`
}
