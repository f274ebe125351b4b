import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { MetricColumn } from '@zhixing/contract'
import type { Definition, Scope } from '../rules.ts'

/** `rows` is the whole definition: the value is an aggregate of it, so the two can never disagree. */
export type Metric = Definition & { readonly rows: (scope: Scope) => SQL }

export function declare(metric: Metric): Metric {
  return metric
}

export const column = (
  key: string,
  title: string,
  kind: MetricColumn['kind'] = 'text',
): MetricColumn => ({ key, title, kind })

/** At or below one of the scope's paths; `path` is a column of the query, written by us. */
export function under({ paths }: Scope, path: string): SQL {
  const each = paths.map((prefix) => sql`${sql.raw(path)} like ${`${prefix}%`}`)
  return each.length > 0 ? sql`(${sql.join(each, sql` or `)})` : sql`false`
}

/** A list as one parameter, whatever its length. */
export function textArray(texts: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`
}
