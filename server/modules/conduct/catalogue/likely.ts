import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { addMonths, dayOf, monthOf, startOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { activities, attendances, closures } from '../../activities/table.ts'
import { duesEntries } from '../../dues/table.ts'
import { belongsBelow } from '../../members/index.ts'
import { excuses, members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { Asked } from './people.ts'

/** Whose row of such a list is theirs. */
const on = (name: string) => sql.raw(`on ${name}.unit_id = m.unit_id and ${name}.member_id = m.id`)

/**
 * Those of whom life or dues may stand on a ladder that begins with so many months: not those who came and paid since
 * then, and had no excuse to be left out. Rather too many than one too few; the rules themselves judge who is found.
 */
export async function likelyAt(
  db: Reader,
  { path, now }: Asked,
  months: number,
): Promise<Set<string>> {
  const today = monthOf(dayOf(now))
  const since = monthOf(addMonths(`${today}-01`, -months))
  const below = (unit: SQL, member: SQL) => belongsBelow([path], unit, member)
  const came = sql`(
    select distinct a.member_unit_id as unit_id, a.member_id from ${attendances} a
    join ${activities} v on v.unit_id = a.unit_id and v.id = a.activity_id
      and v.starts_at >= ${startOf(`${since}-01`)} and v.kind <> 'classSession'
    join ${closures} c on c.unit_id = v.unit_id and c.activity_id = v.id and c.reopened_at is null
    where a.mark = 'present' and ${below(sql`a.member_unit_id`, sql`a.member_id`)})`
  const live = sql`e.fund = 'monthly' and e.reverses_id is null and not exists (
    select from ${duesEntries} back where back.unit_id = e.unit_id and back.reverses_id = e.id)`
  const paid = sql`(
    select distinct d.unit_id, d.member_id from (
      select e.unit_id, e.member_id from ${duesEntries} e
      where ${below(sql`e.unit_id`, sql`e.member_id`)} and e.month >= ${since} and e.month < ${today}
        and e.kind in ('owed', 'paid') and ${live}
      group by e.unit_id, e.member_id, e.month
      having sum(e.fen) filter (where e.kind = 'owed') > 0
        and coalesce(sum(e.fen) filter (where e.kind = 'paid'), 0) >= sum(e.fen) filter (where e.kind = 'owed')) d)`
  const owed = sql`(
    select distinct e.unit_id, e.member_id from ${duesEntries} e
    where ${below(sql`e.unit_id`, sql`e.member_id`)} and e.kind = 'owed' and e.month < ${today})`
  const excused = sql`(select distinct unit_id, member_id from ${excuses})`
  const found = sql`${members} m
    join ${organizations} o on o.id = m.organization_id and o.path like ${`${path}%`}
    left join ${came} c ${on('c')}
    left join ${excused} x ${on('x')}
    left join ${paid} p ${on('p')}
    left join ${owed} w ${on('w')}`
  const rows = await db
    .select({ memberId: sql<string>`m.id` })
    .from(found)
    .where(
      sql`c.member_id is null or x.member_id is not null
        or (p.member_id is null and w.member_id is not null)`,
    )
  return new Set(rows.map(({ memberId }) => memberId))
}
