import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { listed } from '../../../../kernel/many.ts'
import { periodsIn } from '../../rules.ts'
import { ruleAt, under } from '../declare.ts'
import type { Scope, ScopeRule, Source } from '../declare.ts'
import { branchKinds, exists } from './organizations.ts'

export type Frequency = {
  readonly kind: string
  readonly rule: ScopeRule
  readonly months: 1 | 3 | 12
  readonly name: string
  readonly clause: string
  readonly isCommittees: boolean
}

export function frequencyOf(frequency: Frequency): Source {
  return {
    key: `frequency.${frequency.kind}`,
    rows: (scope) => frequencyRows(scope, frequency),
  }
}

/**
 * One line for each branch: how many periods it kept, of those that are kept or cannot be kept any more. As on the
 * frequency board: a period is lost when its days of grace are over too.
 */
function frequencyRows(scope: Scope, { kind, rule, months: length, isCommittees }: Frequency): SQL {
  const periods = periodsIn(scope, length)
  const list = listed('p', {
    key: ['text', periods.map(({ key }) => key)],
    first: ['text', periods.map(({ months: [first] }) => first)],
    last: ['text', periods.map(({ months: [, last] }) => last)],
    until: ['date', periods.map(({ until }) => until)],
  })
  return sql`
    select f.*, f.kept >= f.due as "isMet" from (
      select o.id::text as id, o.name as name, o.name_key as sort,
        count(*) filter (where coalesce(h.held, 0) >= n.needed)::int as kept,
        count(*) filter (where coalesce(h.held, 0) >= n.needed
          or ${scope.day}::date > p.until + n.grace)::int as due
      from organizations o
      cross join lateral (select ${ruleAt(scope, rule)} as needed,
        ${ruleAt(scope, 'meeting.makeup.days')} as grace) n
      cross join ${list}
      left join (
        select a.organization_id, p.key, count(*) as held
        from activities a
        join closures c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
        join ${list} on a.month between p.first and p.last
        where a.kind = ${kind} and a.cancelled_at is null
          and a.organization_id in (select o.id from organizations o where ${under(scope, 'o.path')})
        group by 1, 2
      ) h on h.organization_id = o.id and h.key = p.key
      where ${under(scope, 'o.path')} and ${exists(scope)} and o.kind in ${branchKinds}
        and n.needed > 0 and (o.founded_on is null or o.founded_on <= p.until)
        and ${isCommittees ? hasCommittee(scope) : sql`true`}
      group by o.id, o.name, o.name_key
    ) f where f.due > 0`
}

/** Who has no committee of at least three holds no committee meetings. */
function hasCommittee({ day }: Scope): SQL {
  return sql`o.id in (select q.organization_id from posts q
    where q.post not in ('groupLeader', 'firstSecretary') and q.from_day <= ${day}
    and (q.until_day is null or q.until_day >= ${day})
    group by q.organization_id having count(distinct q.member_id) >= 3)`
}
