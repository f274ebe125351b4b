import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { under } from '../declare.ts'
import type { Scope, Source } from '../declare.ts'

/** Members who belong to the scope on its day. */
export const membersOnDay: Source = {
  key: 'members',
  rows: (scope) => sql`
    select m.id::text as id, m.name as name, m.name_key as sort, o.name as branch, o.sector as sector,
      ${stage} as stage, m.stage = 'probationary' as "isProbationary", m.sex as sex,
      m.born_on::text as born, extract(year from age(${scope.day}::date, m.born_on)) as age,
      m.joined_on::text as joined, m.education as education, m.floating_since <= ${scope.day} as "isFloating",
      x.member_id is not null as "isExcused"
    from members m
    join organizations o on o.id = m.organization_id
    left join ${excused(scope)} x on x.unit_id = m.unit_id and x.member_id = m.id
    where ${under(scope, 'o.path')} and ${belongs(scope)}`,
}

/** Who joined or was confirmed in the period, whether or not they still belong on its last day. */
export const admissions: Source = {
  key: 'admissions',
  rows: (scope) => {
    const happened = (day: SQL) =>
      sql`coalesce(${day} between ${scope.from} and ${scope.to} and ${day} <= ${scope.day}, false)`
    return sql`
      select m.id::text as id, m.name as name, m.name_key as sort, o.name as branch, ${stage} as stage,
        m.joined_on::text as joined, m.confirmed_on::text as confirmed,
        ${happened(sql`m.joined_on`)} as "isAdmitted", ${happened(sql`m.confirmed_on`)} as "isConfirmed"
      from members m join organizations o on o.id = m.organization_id
      where ${under(scope, 'o.path')} and coalesce(m.left_because, '') <> 'importUndone'`
  },
}

const stage = sql`case m.stage when 'full' then '正式' else '预备' end`

export function belongs({ day }: Pick<Scope, 'day'>): SQL {
  return sql`(m.arrived_on is null or m.arrived_on <= ${day}) and (m.left_on is null or m.left_on > ${day})`
}

/** Article 23: of whom nothing hard is required on that day. */
export function excused({ day }: Pick<Scope, 'day'>): SQL {
  return sql`(select x.unit_id, x.member_id from excuses x
    where x.from_day <= ${day} and (x.until_day is null or x.until_day >= ${day})
      and (x.ended_on is null or x.ended_on > ${day}) group by 1, 2)`
}
