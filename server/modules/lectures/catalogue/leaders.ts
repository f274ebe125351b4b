import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { belongsBelow } from '../../members/index.ts'
import { leaderSeats } from '../../requirements/index.ts'

type Scope = {
  /** At or below which of these the leader belongs as an ordinary member. */
  readonly paths: readonly string[]
  readonly from: string
  readonly to: string
  readonly day: string
}

/**
 * One line for each leading cadre: what their own branch or group held in the period with them due, and how often they
 * came. Meetings that they attend because of a seat, as a committee's, are not life as an ordinary member.
 */
export function leaderRows({ paths, from, to, day }: Scope): SQL {
  return sql`
    select m.id::text as id, m.unit_id as "unitId", m.id as "memberId", m.name as name, m.name_key as sort,
      o.name as branch, coalesce(s.titles, '') as posts, coalesce(l.due, 0) as due,
      coalesce(l.present, 0) as present, coalesce(l.excused, 0) as excused,
      coalesce(l.due, 0) - coalesce(l.present, 0) - coalesce(l.excused, 0) as absent,
      coalesce(l.due, 0) - coalesce(l.present, 0) as gap, l.last as "lastOn"
    from ${leaderSeats(day, (unit, member) => belongsBelow(paths, unit, member))} s
    join members m on m.unit_id = s.unit_id and m.id = s.member_id and m.left_on is null
    join organizations o on o.id = m.organization_id
    left join lateral (
      select count(*)::int as due,
        (count(*) filter (where t.mark = 'present' and t.way <> 'makeUp'))::int as present,
        (count(*) filter (where t.mark = 'excused'))::int as excused,
        to_char(max(a.starts_at) filter (where t.mark = 'present') at time zone 'Asia/Shanghai',
          'YYYY-MM-DD') as last
      from attendances t
      join activities a on a.unit_id = t.unit_id and a.id = t.activity_id and a.cancelled_at is null
        and a.kind in ('memberMeeting', 'groupMeeting', 'lecture', 'themeDay', 'lifeMeeting')
        and a.month between ${from.slice(0, 7)} and ${to.slice(0, 7)}
      join closures c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
      where t.unit_id = m.unit_id and t.member_id = m.id and t.is_due and not t.is_guest
    ) l on true`
}
