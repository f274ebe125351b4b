import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable, getTableConfig } from 'drizzle-orm/pg-core'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '../kernel/db.ts'
import { inTransaction } from '../kernel/db.ts'
import * as schema from '../schema.ts'

/** What an intruder would be called: markup, a formula, a template, a statement, a path, signs that turn a line round. */
export const hostileWords = [
  '=<img src=x onerror=hit()>',
  '"><svg onload=hit()>\u202E..\\',
  "+{{7*7}}';--<!--/../",
  '@SUM(1)|cmd</w:t><b>&amp;]]>',
] as const

/** For what may have twenty signs at most, like a grade that a rule names. */
const shortWord = '<img src onerror=1>'

/** Articles are markup, cleaned on their way in; nobody could have put this there. */
const articles = new Set(['course_items.body'])

/**
 * Renames everybody and everything that has a Chinese name, in every column and every document of every table: whatever
 * a page, a paper or an export shows is hostile then. Guards and triggers look away meanwhile.
 */
export async function spoil(db: Db): Promise<number> {
  const tables = Object.values(schema).filter((one) => is(one, PgTable))
  return inTransaction(db, async (tx) => {
    // On a cluster for every node.
    await tx.execute(sql`set local citus.propagate_set_commands = 'local'`)
    await tx.execute(sql`set local session_replication_role = replica`)
    let count = 0
    for (const table of tables) {
      const name = getTableName(table)
      for (const column of getTableConfig(table).columns)
        if (!articles.has(`${name}.${column.name}`)) count += await spoilColumn(tx, name, column)
    }
    return count
  })
}

async function spoilColumn(tx: Db, table: string, column: PgColumn): Promise<number> {
  const { columnType, enumValues } = column
  if (columnType === 'PgJsonb') return spoilDocuments(tx, table, column.name)
  if (columnType !== 'PgText' || enumValues) return 0
  const own = sql.identifier(column.name)
  const words = sql.join(
    hostileWords.map((word) => sql`${word}`),
    sql`, `,
  )
  // A few signs of its own keep it apart from others.
  const { rowCount } = await tx.execute(
    sql`update ${sql.identifier(table)} set ${own} =
      (array[${words}]::text[])[1 + abs(hashtext(${own}) % ${hostileWords.length})] || left(md5(${own}), 6)
      where ${own} ~ '[一-龥]'`,
  )
  return rowCount ?? 0
}

async function spoilDocuments(tx: Db, table: string, column: string): Promise<number> {
  const [from, own] = [sql.identifier(table), sql.identifier(column)]
  const { rows } = await tx.execute<{ id: string; document: unknown }>(
    sql`select id, ${own} as document from ${from} where ${own}::text ~ '[一-龥]'`,
  )
  const changed = rows.map(({ id, document }) => ({ id, document: spoilt(document) }))
  if (changed.length > 0)
    await tx.execute(
      sql`update ${from} set ${own} = new.document
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as new(id uuid, document jsonb)
        where ${from}.id = new.id`,
    )
  return rows.length
}

function spoilt(value: unknown): unknown {
  if (typeof value === 'string') {
    if (!/[一-龥]/.test(value)) return value
    return value.length > 8 ? hostileWords[value.length % 4] : shortWord
  }
  if (Array.isArray(value)) return value.map(spoilt)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spoilt(part)]))
}
