import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { Query } from 'pg'
import type { ClientBase } from 'pg'
import type { Db } from './db.ts'
import { valueOf } from './many.ts'

/**
 * Lays down many rows by COPY, inside the transaction: what has neither conflicts to settle nor answers to give.
 * Of the ways there are it costs the database least, a third of arrays that are unnested; constraints hold as ever.
 */
export async function copyRows<T extends PgTable>(
  tx: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const text = `copy "${getTableName(table)}" (${names}) from stdin`
  let lines = ''
  for (const row of rows) lines += lineOf(columns, row)
  await copy(clientOf(tx), text, lines)
}

/** A hundred thousand lines pass here: one text grows, nothing is gathered and joined. */
function lineOf(columns: readonly [string, PgColumn][], row: Record<string, unknown>): string {
  let line = ''
  for (const [key, column] of columns) {
    const value = row[key]
    line += value === null && !column.hasDefault ? nothing : fieldOf(valueOf(column, value))
    line += '\t'
  }
  return `${line.slice(0, -1)}\n`
}

const nothing = String.raw`\N`

/** The text form of COPY: nothing is \N, and what would end a field or a line is escaped. */
function fieldOf(value: unknown): string {
  if (value === null) return nothing
  if (value instanceof Date) return value.toISOString()
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return /[\\\t\n\r]/.test(text)
    ? text
        .replaceAll('\\', '\\\\')
        .replaceAll('\t', '\\t')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
    : text
}

type Connection = {
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

/** A query that answers the server's request for the rows, which the plain one declines. */
class CopyQuery extends Query {
  readonly #content: string

  constructor(text: string, content: string, done: (error: Error | undefined) => void) {
    super(text, [], done)
    this.#content = content
  }

  handleCopyInResponse(connection: Connection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#content))
    connection.endCopyFrom()
  }
}

function copy(client: ClientBase, text: string, content: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(text, content, (error) => (error ? reject(told(error)) : resolve())))
  })
}

/** As the builder tells of what the database refused: by its cause. */
function told(error: Error): Error {
  return new Error(error.message, { cause: error })
}

/** The connection behind the transaction; the builder above it knows no COPY. */
export function clientOf(tx: Db): ClientBase {
  return (tx as unknown as { session: { client: ClientBase } }).session.client
}
