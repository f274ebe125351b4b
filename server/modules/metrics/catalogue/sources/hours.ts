import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { committeePosts } from '../../../ledgers/index.ts'
import { belongsBelow } from '../../../members/index.ts'
import { requirementOf } from '../../../requirements/index.ts'
import { under } from '../declare.ts'
import type { Scope, Source } from '../declare.ts'
import { belongs, excused } from './members.ts'

/**
 * Entries that count: neither taken back nor taking something back; kept at the home branch of that day.
 * Every entry has its member; joined from the left, so that a count that asks nothing of them need not look.
 */
export const entries: Source = {
  key: 'entries',
  rows: (scope) => sql`
    select e.id::text as id, m.name as name, m.name_key as sort, o.name as branch, e.title as title,
      e.day::text as day, e.minutes as minutes, e.source as source, e.is_centralized as "isCentralized",
      e.category as category,
      case when e.is_online then e.minutes else 0 end as online, ${cohorts(scope)}
    from hour_entries e
    left join members m on m.unit_id = e.unit_id and m.id = e.member_id
    join organizations o on o.id = e.organization_id
    left join ${seats(scope)} p on p.unit_id = e.unit_id and p.member_id = e.member_id
    where e.ledger = 'member' and e.reverses_id is null and e.day between ${scope.from} and ${scope.to}
      and not exists (select 1 from hour_entries r where r.reverses_id is not null
        and r.unit_id = e.unit_id and r.reverses_id = e.id)
      and ${under(scope, 'o.path')}`,
}

/** One line for each member who belongs on the day, with the minutes of the period. */
export const study: Source = {
  key: 'study',
  rows: (scope) => sql`
    select m.id::text as id, m.name as name, m.name_key as sort, o.name as branch,
      coalesce(h.minutes, 0)::int as minutes, coalesce(h.minutes, 0) > 0 as "isTrained",
      x.member_id is null as "isDue", ${cohorts(scope)}
    from members m
    join organizations o on o.id = m.organization_id
    left join ${studied(scope)} h on h.unit_id = m.unit_id and h.member_id = m.id
    left join ${excused(scope)} x on x.unit_id = m.unit_id and x.member_id = m.id
    left join ${seats(scope)} p on p.unit_id = m.unit_id and p.member_id = m.id
    where ${under(scope, 'o.path')} and ${belongs(scope)}`,
}

/** One line for each who owes hours in the year of the last day: the very rows of the requirements board. */
export function standings(requirement: 'memberHours' | 'committeeHours'): Source {
  return {
    key: `standings.${requirement}`,
    rows: ({ frame }) => sql`
      select d."memberId"::text as id, d.name, d.sort, d."branchName" as branch,
        d."doneMinutes"::int as minutes, d."dueYearMinutes"::int as owed, d.standing = 'met' as "isMet"
      from (${requirementOf(requirement).rows(frame)}) d where d.standing <> 'excused'`,
  }
}

/** The groups of whom the work reports speak one by one. */
function cohorts({ day }: Scope): SQL {
  return sql`coalesce(p.leads, false) as "isSecretary", coalesce(p.was_sent, false) as "isFirstSecretary",
    coalesce(p.sits, false) as "isOfficer", m.stage = 'probationary' as "isProbationary",
    o.sector = 'village' as "isRural", coalesce(m.floating_since <= ${day}, false) as "isFloating"`
}

/** Who holds which kind of post on the scope's day. */
function seats({ day, paths }: Scope): SQL {
  const committee = sql.join(
    committeePosts.map((post) => sql`${post}`),
    sql`, `,
  )
  return sql`(select p.unit_id, p.member_id, bool_or(p.post = 'secretary') as leads,
      bool_or(p.post = 'firstSecretary') as was_sent, bool_or(p.post in (${committee})) as sits
    from posts p where ${belongsBelow(paths, sql`p.unit_id`, sql`p.member_id`)}
      and p.from_day <= ${day} and (p.until_day is null or p.until_day >= ${day})
    group by 1, 2)`
}

/** Minutes by member; for a whole year they are kept as sums beside the ledger, in the same transaction. */
function studied({ from, to, paths }: Scope): SQL {
  const year = Number(from.slice(0, 4))
  if (from === `${String(year)}-01-01` && to === `${String(year)}-12-31`)
    return sql`(select unit_id, member_id, minutes from hour_totals
      where ledger = 'member' and year = ${year}::int)`
  return sql`(select e.unit_id, e.member_id, sum(e.minutes) as minutes from hour_entries e
    where ${belongsBelow(paths, sql`e.unit_id`, sql`e.member_id`)}
      and e.ledger = 'member' and e.day between ${from} and ${to} group by 1, 2)`
}
