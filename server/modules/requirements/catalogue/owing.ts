import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { belongsBelow } from '../../members/index.ts'
import { excuses, members, memberTags, posts } from '../../members/table.ts'
import { committeeTerms, organizations } from '../../organizations/table.ts'
import { committeePosts } from '../../ledgers/index.ts'
import type { Frame } from './frame.ts'

/** Members who belong below the path on the day, or the one person asked about. */
export function present({ path, unitId, day, only }: Frame): SQL {
  const chosen = only
    ? sql`${members.unitId} = ${only.unitId} and ${members.id} = ${only.memberId}`
    : sql`${organizations.path} like ${`${path}%`}${ofUnit(sql`${members.unitId}`, unitId)}`
  return sql`${chosen}
    and (${members.arrivedOn} is null or ${members.arrivedOn} <= ${day}::date)
    and (${members.joinedOn} is null or ${members.joinedOn} <= ${day}::date)
    and (${members.leftOn} is null or ${members.leftOn} > ${day}::date)`
}

/** Whether a row is of whom a frame asks about: one person, or everybody below its path. */
export function isAsked({ path, unitId, only }: Frame, unit: SQL, member: SQL): SQL {
  return only
    ? sql`${unit} = ${only.unitId} and ${member} = ${only.memberId}`
    : sql`${belongsBelow([path], unit, member)}${ofUnit(unit, unitId)}`
}

function ofUnit(unit: SQL, unitId: string | undefined): SQL {
  return unitId === undefined ? sql`` : sql` and ${unit} = ${unitId}::uuid`
}

function holdsOn(day: SQL): SQL {
  return sql`x.from_day <= ${day} and (x.until_day is null or x.until_day >= ${day})
    and (x.ended_on is null or x.ended_on > ${day})`
}

/**
 * Article 23, by member: why somebody is excused on the day, and in which months of the year, one bit each.
 * A month is excused when its first day is.
 */
export function excusedMonths(frame: Frame): SQL {
  const { year, day } = frame
  const who = isAsked(frame, sql`x.unit_id`, sql`x.member_id`)
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return sql`(
    select x.unit_id, x.member_id,
      max(x.reason) filter (where ${holdsOn(sql`${day}::date`)}) as reason,
      bit_or(case when ${holdsOn(sql`make_date(${year}::int, month, 1)`)} then 1 << (month - 1) else 0 end) as months
    from ${excuses} x cross join generate_series(1, 12) as month
    where ${who} and x.from_day <= ${last}::date and (x.until_day is null or x.until_day >= ${first}::date)
      and (x.ended_on is null or x.ended_on > ${first}::date)
    group by 1, 2)`
}

const committee = sql.join(
  committeePosts.map((post) => sql`${post}`),
  sql`, `,
)

export type Seat = 'committee' | 'secretary' | 'villageSecretary' | 'leader'

/** Who sits on a committee on the day, and since when without a gap that we would know of. */
export function seats(frame: Frame, which: Seat): SQL {
  if (which === 'leader')
    return leaderSeats(frame.day, (unit, member) => isAsked(frame, unit, member))
  if (which === 'villageSecretary') return villageSeats(frame)
  const { day } = frame
  const who = isAsked(frame, sql`p.unit_id`, sql`p.member_id`)
  const held = which === 'committee' ? committee : sql`'secretary'`
  return sql`(
    select p.unit_id, p.member_id, min(p.from_day) as since from ${posts} p
    where ${who} and p.post in (${held}) and p.from_day <= ${day}::date
      and (p.until_day is null or p.until_day > ${day}::date)
    group by 1, 2)`
}

/** Who leads the branch of a village or a community, since when in this term, and until when the term lasts. */
function villageSeats(frame: Frame): SQL {
  const { day } = frame
  const who = isAsked(frame, sql`p.unit_id`, sql`p.member_id`)
  return sql`(
    select p.unit_id, p.member_id, max(greatest(p.from_day, t.elected_on)) as since,
      max(coalesce(t.extended_to, t.ends_on)) as until
    from ${posts} p
    join organizations o on o.id = p.organization_id and o.sector in ('village', 'community')
      and o.kind in ('branch', 'jointBranch', 'generalBranch')
    left join ${committeeTerms} t on t.organization_id = o.id and t.elected_on <= ${day}::date
      and (t.ended_on is null or t.ended_on > ${day}::date)
    where ${who} and p.post = 'secretary' and p.from_day <= ${day}::date
      and (p.until_day is null or p.until_day > ${day}::date)
    group by 1, 2)`
}

/** Whom a branch calls so where the seat alone does not say it. */
const leaderTag = '党员领导干部'

/**
 * Leading cadres on the day, with their titles: who sits on the committee of anything above a branch, or is tagged so
 * by the branch, for posts that are no Party posts. `among` says of whom it is asked, so that nobody else is looked at.
 */
export function leaderSeats(day: string, among: (unit: SQL, member: SQL) => SQL): SQL {
  return sql`(
    select l.unit_id, l.member_id, min(l.since) as since, null::date as until,
      string_agg(distinct l.title, '；' order by l.title) as titles
    from (
      select p.unit_id, p.member_id, p.from_day as since, o.name || '委员' as title
      from ${posts} p join ${organizations} o on o.id = p.organization_id
      where ${among(sql`p.unit_id`, sql`p.member_id`)}
        and p.post in (${committee}) and p.from_day <= ${day}::date
        and (p.until_day is null or p.until_day > ${day}::date)
        and o.kind not in ('branch', 'jointBranch', 'temporaryBranch', 'temporaryJointBranch', 'group')
      union all
      select g.unit_id, g.member_id, (g.at at time zone 'Asia/Shanghai')::date, g.tag
      from ${memberTags} g where g.tag = ${leaderTag} and ${among(sql`g.unit_id`, sql`g.member_id`)}
    ) l group by 1, 2)`
}
