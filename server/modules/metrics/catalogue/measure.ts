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
import type { Region } from '../rules.ts'
import { chosenOf, scopeRules } from './declare.ts'
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

/** The same place over another span of the same year. */
export function spanOf(scope: Scope, { from, to }: Pick<Scope, 'from' | 'to'>, today: Day): Scope {
  return { ...scope, from, to, day: countingDay({ to }, today) }
}

function mapOf<Value>(pairs: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(pairs)
}

/** Many at once: metrics that choose among the same rows are answered by one look at them. */
export async function measureAll(db: Reader, metrics: readonly Metric[], scope: Scope) {
  const all = new Map<string, Measured>()
  for (const alike of lookingAlike(metrics)) {
    const [row] = await db.select(mapOf(alike.map(valueColumn))).from(sourceOf(alike, scope))
    alike.forEach((metric, at) => all.set(metric.id, measured(metric, row?.[nameOf(at)] ?? null)))
  }
  return all
}

/** The values together with digests of the rows they were made of. */
export async function sealAll(db: Reader, metrics: readonly Metric[], scope: Scope) {
  const all = new Map<string, Sealed>()
  for (const alike of lookingAlike(metrics)) {
    const source = sourceOf(alike, scope)
    const [row] = await db.select(mapOf(alike.map(valueColumn))).from(source)
    const [digests] = await db.select(mapOf(alike.map(digestColumn))).from(source)
    alike.forEach((metric, at) => {
      const digest = digests?.[nameOf(at)] ?? ''
      all.set(metric.id, { ...measured(metric, row?.[nameOf(at)] ?? null), digest })
    })
  }
  return all
}

function lookingAlike(metrics: readonly Metric[]): Metric[][] {
  return [...Map.groupBy(metrics, ({ source }) => source.key).values()]
}

const nameOf = (at: number) => `m${String(at)}`

function valueColumn(metric: Metric, at: number) {
  return [nameOf(at), valueOf(metric)] as const
}

/** Whatever their order: another row, one more, one less, or one that reads otherwise gives another digest. */
function digestColumn(metric: Metric, at: number) {
  const chosen = sql`filter (where ${chosenOf(metric)})`
  const digest = sql<string>`md5(concat_ws(' ', count(*) ${chosen},
    sum(hashtextextended(r::text, 0)::numeric) ${chosen}))`
  return [nameOf(at), digest] as const
}

function measured({ unit }: Metric, value: number | null): Measured {
  return { value, text: textOf(value, unit) }
}

function sourceOf([first]: readonly Metric[], scope: Scope): SQL {
  return first ? sql`(${first.source.rows(scope)}) as r` : sql`(select) as r`
}

/** Every number is an aggregate over the rows themselves. */
function valueOf(metric: Metric): SQL<number | null> {
  const { aggregate } = metric
  const chosen = sql`filter (where ${chosenOf(metric)})`
  if (aggregate.of === 'count') return sql`(count(*) ${chosen})::int`
  const key = column(aggregate.key)
  if (aggregate.of === 'sum') return sql`coalesce(sum(${key}) ${chosen}, 0)::float8`
  if (aggregate.of === 'mean') return sql`(avg(${key}) ${chosen})::float8`
  if (aggregate.of === 'share') {
    const holding = sql`count(*) filter (where (${chosenOf(metric)}) and ${key})`
    return sql`(${holding})::float8 / nullif(count(*) ${chosen}, 0)`
  }
  return sql`(sum(${key}) ${chosen})::float8 / nullif(sum(${column(aggregate.over)}) ${chosen}, 0)`
}

export type Page = { readonly page: number; readonly size: number; readonly search: string }

/** The rows behind a value, a page of them, in the order of their names or dates. */
export async function rowsOf(
  db: Reader,
  metric: Metric,
  scope: Scope,
  { page, size, search }: Page,
) {
  const from = sourceOf([metric], scope)
  const where = and(chosenOf(metric), search === '' ? undefined : matching(metric, search))
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
