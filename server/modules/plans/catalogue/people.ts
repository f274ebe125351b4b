import type { Audience } from '@zhixing/contract'
import type { quotaCohorts } from '@zhixing/contract/plan-words.ts'
import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { conditionOf, presentOn } from '../../audience/index.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { belongsBelow } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

type QuotaCohort = keyof typeof quotaCohorts

export function audienceOfCohort(cohort: QuotaCohort): Audience {
  return cohort === 'all' ? {} : { cohorts: [cohort] }
}

/** Members who belong below a path and to an audience on a day. */
export function peopleOf(audience: Audience, path: string, day: Day): SQL | undefined {
  return and(
    sql`${organizations.path} like ${`${path}%`}`,
    presentOn(day),
    conditionOf(audience, day).sql,
  )
}

export async function countPeople(db: Reader, chosen: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ people: sql<number>`count(*)::int` })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(chosen)
  return row?.people ?? 0
}

const live = sql`e.reverses_id is null and not exists (select from ${hourEntries} back
  where back.unit_id = e.unit_id and back.reverses_id = e.id)`

/** The day and the title of the first class somebody went through in a year. */
export function classOf(year: number, paths: readonly string[]): SQL {
  return sql`(select e.unit_id, e.member_id, min(e.day)::text as day,
      (array_agg(e.title order by e.day))[1] as title
    from ${hourEntries} e
    where ${belongsBelow(paths, sql`e.unit_id`, sql`e.member_id`)}
      and e.ledger = 'member' and e.year = ${year}::int and e.source = 'class' and ${live}
    group by 1, 2)`
}

/** What each member has studied of each of these heads in a year. */
export function studied(year: number, whose: (unit: SQL, member: SQL) => SQL): SQL {
  return sql`(select e.unit_id, e.member_id, e.heading, sum(e.minutes)::int as minutes
    from ${hourEntries} e
    where ${whose(sql`e.unit_id`, sql`e.member_id`)}
      and e.ledger = 'member' and e.year = ${year}::int and e.heading is not null
    group by 1, 2, 3)`
}

type Asked = {
  readonly cohort: QuotaCohort
  readonly paths: readonly string[]
  readonly year: number
  readonly day: Day
}

/** How many of a cohort below each of these paths went through a class in the year. */
export async function countTrained(
  db: Reader,
  { cohort, paths, year, day }: Asked,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ path: sql<string>`q.path`.as('path'), persons: sql<number>`count(*)::int` })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .innerJoin(
      sql`unnest(${sql.param([...paths])}::text[]) as q(path)`,
      sql`starts_with(${organizations.path}::text, q.path)`,
    )
    .innerJoin(
      sql`${classOf(year, paths)} c`,
      sql`c.unit_id = ${members.unitId} and c.member_id = ${members.id}`,
    )
    .where(and(presentOn(day), conditionOf(audienceOfCohort(cohort), day).sql))
    .groupBy(sql`q.path`)
  return new Map(rows.map(({ path, persons }) => [path, persons]))
}
