import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { MetricColumn } from '@zhixing/contract'
import { listed } from '../../../kernel/many.ts'
import type { Frame } from '../../requirements/index.ts'
import type { Definition, Extent } from '../rules.ts'

/** Where and when, and what the year of the last day demands of whom. */
export type Scope = Extent & { readonly frame: Frame }

/** Rows of one kind, with everything that some metric wants to know of them; many metrics choose among the same. */
export type Source = { readonly key: string; readonly rows: (scope: Scope) => SQL }

/** Rows are the whole definition: the value is an aggregate of them, so the two can never disagree. */
export type Metric = Definition & {
  readonly source: Source
  /** Which rows of the source, in the source's columns; all of them where nothing is said. */
  readonly which?: SQL
}

export function declare(metric: Metric): Metric {
  return metric
}

export function chosenOf({ which }: Metric): SQL {
  return which ?? sql`true`
}

export const column = (
  key: string,
  title: string,
  kind: MetricColumn['kind'] = 'text',
): MetricColumn => ({ key, title, kind })

/** At or below one of the scope's paths; `path` is a column of the query, written by us. */
export function under({ paths }: Pick<Scope, 'paths'>, path: string): SQL {
  const each = paths.map((prefix) => sql`${sql.raw(path)} like ${`${prefix}%`}`)
  return each.length > 0 ? sql`(${sql.join(each, sql` or `)})` : sql`false`
}

/** The rules that some metric asks for. */
export const scopeRules = [
  'meeting.orglife.year',
  'meeting.themeday.month',
  'meeting.member.quarter',
  'meeting.committee.month',
  'meeting.lecture.quarter',
  'meeting.makeup.days',
] as const
export type ScopeRule = (typeof scopeRules)[number]

/** What a rule asks at `o.path`: the entry of the nearest organization at or above it. */
export function ruleAt({ regions }: Scope, rule: ScopeRule): SQL {
  const [only, ...more] = regions
  if (only && more.length === 0) return sql`${only.values[rule] ?? 0}::int`
  const list = listed('l', {
    path: ['text', regions.map(({ path }) => path)],
    value: ['int', regions.map(({ values }) => values[rule] ?? 0)],
  })
  return sql`(select l.value from ${list} where o.path like l.path || '%' order by length(l.path) desc limit 1)`
}
