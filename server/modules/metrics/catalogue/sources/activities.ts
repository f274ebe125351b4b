import { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import { studyMethods } from '@zhixing/contract/words.ts'
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { under } from '../declare.ts'
import type { Scope, Source } from '../declare.ts'

/** The Chinese word of a value. */
function wordOf(words: Readonly<Record<string, string>>, column: SQL): SQL {
  return sql`coalesce(${JSON.stringify(words)}::jsonb ->> ${column}, '')`
}

/** Held is what has a closed record: called off and still open ones do not count. */
export const activitiesHeld: Source = {
  key: 'activities',
  rows: (scope) => sql`
    select a.id::text as id, a.title as name, o.name as branch, a.starts_at as sort,
      ${shanghaiDay(sql`a.starts_at`)} as day, a.kind as kind, a.method as method,
      a.lecturer_name as lecturer, a.speaker as speaker, coalesce(a.lecture_type, 'lesson') as "lectureType",
      a.gathering as gathering,
      ${wordOf(speakers, sql`a.speaker`)} as "speakerWord",
      ${wordOf(lectureTypes, sql`coalesce(a.lecture_type, 'lesson')`)} as "typeWord",
      ${wordOf(studyMethods, sql`a.method`)} as "methodWord", c.is_late as "isLate",
      (select count(*) from attendances t where t.unit_id = a.unit_id and t.activity_id = a.id
        and t.mark = 'present' and t.way <> 'makeUp')::int as present
    from activities a ${closed} where ${inScope(scope)}`,
}

/** Who gave lessons, and how many; of one name in one organization, one person. */
export const lecturers: Source = {
  key: 'lecturers',
  rows: (scope) => sql`
    select min(l.id) as id, l.lecturer as name, l.lecturer as sort, l.branch as branch, count(*)::int as times
    from (${activitiesHeld.rows(scope)}) l
    where l.kind = 'lecture' and l.lecturer <> '' group by l.lecturer, l.branch`,
}

/** One line for each person at each occasion that was held; a name is looked up only where one is shown. */
export const attendancesHeld: Source = {
  key: 'attendances',
  rows: (scope) => sql`
    select t.id::text as id, m.name as name, m.name_key as sort, o.name as branch, a.title as activity,
      ${shanghaiDay(sql`a.starts_at`)} as day, t.mark as mark, t.way as way, t.note as note,
      t.mark = 'present' and t.way <> 'makeUp' as "isPresent",
      t.is_due as "isDue", t.is_guest as "isGuest", t.is_late as "isLate"
    from attendances t
    join activities a on a.unit_id = t.unit_id and a.id = t.activity_id ${closed}
    left join members m on m.unit_id = t.unit_id and m.id = t.member_id
    where ${inScope(scope)}`,
}

const closed = sql`
  join closures c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
  join organizations o on o.id = a.organization_id`

/** By the month for which it counts, not by the day on which it was made up. */
function inScope(scope: Scope): SQL {
  const { from, to } = scope
  return sql`a.cancelled_at is null and a.kind not in ('classSession', 'studyGroupSession') and ${under(scope, 'o.path')}
    and a.month between ${from.slice(0, 7)} and ${to.slice(0, 7)}`
}

export function shanghaiDay(moment: SQL): SQL {
  return sql`to_char(${moment} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
}
