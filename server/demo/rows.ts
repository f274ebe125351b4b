import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '../kernel/db.ts'
import { rowsOf } from '../kernel/many.ts'

const sizeMax = 2_000

/** Inserts as many rows as there are, some thousands at a time. */
export async function insertAll<T extends PgTable>(
  tx: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += sizeMax) {
    const some = rows.slice(from, from + sizeMax)
    await tx.insert(table).select(rowsOf(table, some))
  }
  if (rows.length === 0) throw new Error(`the demonstration has no ${getTableName(table)}`)
}
