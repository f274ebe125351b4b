import { sql } from 'drizzle-orm'
import { under } from '../declare.ts'
import type { Source } from '../declare.ts'
import { branchKinds, exists } from './organizations.ts'

/** Every branch of the day, with what became of the appraisal of the year in which the span ends. */
export const appraisalsOfYear: Source = {
  key: 'appraisals',
  rows: (scope) => sql`
    select o.id::text as id, o.name as name, o.name_key as sort,
      coalesce(a.people, 0)::int as people, coalesce(a.graded, 0)::int as graded,
      coalesce(a.excellent, 0)::int as excellent,
      (a.closed_on is not null and a.closed_on <= ${scope.day}) as "isSettled"
    from organizations o
    left join (
      select y.organization_id, y.closed_on, count(*) filter (where r.role <> 'excused') as people,
        count(r.grade) as graded, count(*) filter (where r.grade = 'excellent') as excellent
      from appraisals y left join appraisal_people r on r.unit_id = y.unit_id and r.appraisal_id = y.id
      where y.year = ${Number(scope.to.slice(0, 4))}
        and y.organization_id in (select o.id from organizations o where ${under(scope, 'o.path')})
      group by y.unit_id, y.id, y.organization_id, y.closed_on
    ) a on a.organization_id = o.id
    where ${under(scope, 'o.path')} and ${exists(scope)} and o.kind in ${branchKinds}`,
}

/** What was found wrong in the year in which the span ends, and what of it is late on the day. */
export const shortcomingsOfYear: Source = {
  key: 'shortcomings',
  rows: (scope) => sql`
    select s.id::text as id, s.text as name, o.name_key as sort, o.name as branch,
      m.name as owner, s.due_on::text as day, s.state = 'settled' as "isSettled",
      (s.state = 'open' and s.due_on < ${scope.day}) as "isOverdue"
    from shortcomings s
    join organizations o on o.id = s.organization_id
    join members m on m.unit_id = s.unit_id and m.id = s.owner_id
    where ${under(scope, 's.path')} and s.year = ${Number(scope.to.slice(0, 4))}`,
}
