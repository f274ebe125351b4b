import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { containing } from '../../../kernel/search.ts'
import type { BranchTally, Way } from '../rules.ts'

type Scope = { readonly topicId: string; readonly paths: readonly string[]; readonly day: string }

/**
 * Everybody who should study a topic, with the first way in which they did: a session that had it on its agenda and
 * did it, whole or in small batches, or their own pace. Excused by article 23 or lost: not asked.
 */
function rowsOf({ topicId, paths, day }: Scope): SQL {
  const item = JSON.stringify([{ topicId, isDone: true }])
  return sql`
    select m.unit_id as "unitId", m.id as "memberId", m.name as name, m.name_key as sort,
      o.id as "organizationId", o.name as "organizationName", o.path as path,
      s.way as way, s.day::text as "on", coalesce(s.note, '') as note, s.activity_id as "activityId"
    from members m join organizations o on o.id = m.organization_id
    left join (
      select distinct on (unit_id, member_id) * from (
        select t.unit_id, t.member_id, a.gathering as way, a.title as note, a.id as activity_id,
          (a.starts_at at time zone 'Asia/Shanghai')::date as day
        from activities a
        join closures c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
        join attendances t on t.unit_id = a.unit_id and t.activity_id = a.id and t.mark = 'present'
        where a.agenda @> ${item}::jsonb and a.cancelled_at is null
        union all
        select unit_id, member_id, 'alone', note, null, (at at time zone 'Asia/Shanghai')::date
        from topic_studies where topic_id = ${topicId}
      ) each order by unit_id, member_id, day, way
    ) s on s.unit_id = m.unit_id and s.member_id = m.id
    where ${anyOf(paths)} and o.kind in ('branch', 'jointBranch', 'temporaryBranch', 'temporaryJointBranch')
      and m.left_on is null and m.lost_since is null and not m.is_suspended
      and not exists (select from excuses x where x.unit_id = m.unit_id and x.member_id = m.id
        and x.from_day <= ${day} and (x.until_day is null or x.until_day >= ${day})
        and (x.ended_on is null or x.ended_on > ${day}))`
}

function anyOf(paths: readonly string[]): SQL {
  if (paths.length === 0) return sql`false`
  const each = paths.map((prefix) => sql`o.path like ${`${prefix}%`}`)
  return sql`(${sql.join(each, sql` or `)})`
}

/** Branch by branch: how many should, and how many did in which way. */
export async function tallyBranches(db: Reader, scope: Scope): Promise<BranchTally[]> {
  const rows = await db
    .select({
      organizationId: sql<string>`r."organizationId"`,
      path: sql<string>`r.path`,
      people: sql<number>`count(*)::int`,
      whole: countOf('whole'),
      batch: countOf('batch'),
      doorstep: countOf('doorstep'),
      alone: countOf('alone'),
    })
    .from(sql`(${rowsOf(scope)}) r`)
    .groupBy(sql`1, 2`)
  return rows.map(({ organizationId, path, people, ...ways }) => ({
    organizationId,
    path,
    people,
    ways,
  }))
}

function countOf(way: Way) {
  return sql<number>`(count(*) filter (where r.way = ${way}))::int`
}

const columns = {
  unitId: sql<string>`r."unitId"`,
  memberId: sql<string>`r."memberId"`,
  name: sql<string>`r.name`,
  organizationId: sql<string>`r."organizationId"`,
  organizationName: sql<string>`r."organizationName"`,
  path: sql<string>`r.path`,
  way: sql<Way | null>`r.way`,
  on: sql<string | null>`r."on"`,
  note: sql<string>`r.note`,
  activityId: sql<string | null>`r."activityId"`,
}

export type Learner = {
  readonly unitId: string
  readonly memberId: string
  readonly name: string
  readonly organizationId: string
  readonly organizationName: string
  readonly path: string
  readonly way: Way | null
  readonly on: string | null
  readonly note: string
  readonly activityId: string | null
}

type Filter = {
  readonly studied: boolean | null
  readonly text: string
  readonly page: number
  readonly size: number
}

/** Those who lack it first, then by branch and name. */
export async function findLearners(
  db: Reader,
  scope: Scope,
  { studied, text, page, size }: Filter,
): Promise<{ rows: Learner[]; total: number }> {
  const which = studied === null ? sql`true` : sql`(r.way is not null) = ${studied}`
  const like = containing(text)
  const named =
    text === '' ? sql`true` : sql`(r.name ilike ${like} or r."organizationName" ilike ${like})`
  const rows = await db
    .select({ row: columns, total: sql<number>`(count(*) over ())::int` })
    .from(sql`(${rowsOf(scope)}) r`)
    .where(sql`${which} and ${named}`)
    .orderBy(sql`r.way is not null, r.path, r.sort, r.name, r."memberId"`)
    .limit(size)
    .offset((page - 1) * size)
  return { rows: rows.map(({ row }) => row), total: rows[0]?.total ?? 0 }
}

/** How one person came to study it, if they did. */
export async function findOwn(
  db: Reader,
  topicId: string,
  { path, memberId, day }: { path: string; memberId: string; day: string },
): Promise<Learner | undefined> {
  const [row] = await db
    .select(columns)
    .from(sql`(${rowsOf({ topicId, paths: [path], day })}) r`)
    .where(sql`r."memberId" = ${memberId}`)
  return row
}
