import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { MetricCell } from '@zhixing/contract'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { containing } from '../../../kernel/search.ts'
import { organizations } from '../../organizations/table.ts'
import { frameAt } from '../../requirements/index.ts'
import { rulesBelow } from '../../rules/index.ts'
import { ruleValues } from '../../rules/table.ts'
import { countingDay, textOf } from '../rules.ts'
import type { Aggregate, Region } from '../rules.ts'
import { scopeRules } from './declare.ts'
import type { Metric, Scope } from './declare.ts'

export type Measured = { readonly value: number | null; readonly text: string }

/** Which rows a number was made of, in short: another digest, other rows. */
export type Sealed = Measured & { readonly digest: string }

type Asked = { readonly path: string; readonly from: Day; readonly to: Day; readonly now: Date }

/** The scope at and below a path, with what the rules of that day ask for there. */
export async function scopeAt(db: Reader, { path, from, to, now }: Asked): Promise<Scope> {
  const today = dayOf(now)
  const day = countingDay({ to }, today)
  const rulesOf = await rulesBelow(db, scopeRules, path)
  const owners = await db
    .selectDistinct({ path: organizations.path })
    .from(ruleValues)
    .innerJoin(organizations, eq(organizations.id, ruleValues.organizationId))
    .where(
      and(inArray(ruleValues.key, [...scopeRules]), sql`${organizations.path} like ${`${path}%`}`),
    )
  const places = new Set([path, ...owners.map((owner) => owner.path)])
  const regions = [...places].map((place): Region => {
    const rules = rulesOf({ path: place, day })
    return { path: place, values: mapOf(scopeRules.map((key) => [key, rules[key].value])) }
  })
  const frame = await frameAt(db, { path, year: yearOf(to), now, today })
  return { paths: [path], from, to, day, regions, frame }
}

function mapOf(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(pairs)
}

export async function measure(db: Reader, metric: Metric, scope: Scope): Promise<Measured> {
  const { value } = await seal(db, metric, scope, sql`''`)
  return { value, text: textOf(value, metric.unit) }
}

/** The value together with the digest of the rows it was made of. */
export async function measureSealed(db: Reader, metric: Metric, scope: Scope): Promise<Sealed> {
  const whole = sql`md5(coalesce(string_agg(r::text, ';' order by r.id), ''))`
  const { value, digest } = await seal(db, metric, scope, whole)
  return { value, text: textOf(value, metric.unit), digest }
}

async function seal(db: Reader, { aggregate, rows }: Metric, scope: Scope, digest: SQL) {
  const [found] = await db
    .select({ value: aggregateOf(aggregate), digest: sql<string>`${digest}` })
    .from(sql`(${rows(scope)}) as r`)
  return { value: found?.value ?? null, digest: found?.digest ?? '' }
}

/** Every number is an aggregate over the rows themselves. */
function aggregateOf(aggregate: Aggregate): SQL<number | null> {
  if (aggregate.of === 'count') return sql`count(*)::int`
  const key = column(aggregate.key)
  if (aggregate.of === 'sum') return sql`coalesce(sum(${key}), 0)::float8`
  if (aggregate.of === 'mean') return sql`avg(${key})::float8`
  if (aggregate.of === 'share')
    return sql`count(*) filter (where ${key})::float8 / nullif(count(*), 0)`
  return sql`sum(${key})::float8 / nullif(sum(${column(aggregate.over)}), 0)`
}

export type Page = { readonly page: number; readonly size: number; readonly search: string }

/** The rows behind a value, a page of them, in the order of their names or dates. */
export async function rowsOf(
  db: Reader,
  metric: Metric,
  scope: Scope,
  { page, size, search }: Page,
) {
  const from = sql`(${metric.rows(scope)}) as r`
  const where = search === '' ? sql`true` : matching(metric, search)
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(from)
    .where(where)
  const rows = await db
    .select({ id: sql<string>`r.id`, cells: cellsOf(metric) })
    .from(from)
    .where(where)
    .orderBy(sql`r.sort`, sql`r.name`, sql`r.id`)
    .limit(size)
    .offset((page - 1) * size)
  return { total: counted?.total ?? 0, rows }
}

function cellsOf({ columns }: Metric): SQL<MetricCell[]> {
  const cells = columns.map(({ key }) => column(key))
  return sql`jsonb_build_array(${sql.join(cells, sql`, `)})`
}

function matching({ columns }: Metric, search: string): SQL {
  const texts = columns.filter(({ kind }) => kind === 'text').map(({ key }) => column(key))
  return sql`concat_ws(' ', ${sql.join(texts, sql`, `)}) ilike ${containing(search)}`
}

function column(key: string): SQL {
  return sql`r.${sql.identifier(key)}`
}
