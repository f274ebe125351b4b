import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { brokenConstraint } from './db.ts'
import type { Db } from './db.ts'
import type { Vault } from './vault.ts'

/** Columns of one table that hold sealed text, and the digests that are made of what they hold. */
export type SealedTable = {
  readonly name: string
  /** The unit first, where rows belong to one. */
  readonly key: readonly string[]
  readonly texts: readonly string[]
  /** Sealed texts by a name, as JSON. */
  readonly maps: readonly string[]
  readonly indexes: readonly {
    readonly column: string
    readonly of: string
    /** What of the opened text is digested. */
    readonly read: (opened: string) => string
  }[]
}

export type Resealed = {
  readonly table: string
  readonly rows: number
  /** Rows whose digest somebody else has already: the same person stands there twice. They stay as they were. */
  readonly twice: readonly string[]
}

type Row = Readonly<Record<string, string | null>>
type Change = { readonly row: Row; readonly set: Row }

const batchRows = 500

/**
 * Seals anew whatever was sealed by other algorithms than the vault's, a batch a statement, so that the platform goes
 * on meanwhile: a row that somebody changed between reading and writing is left, and comes again. Whoever stops it
 * loses a batch at most; the next run goes on with what is left, because what is done no longer matches.
 */
export async function resealTable(
  db: Db,
  vault: Vault,
  { table, onBatch }: { table: SealedTable; onBatch?: (rows: number) => void },
): Promise<Resealed> {
  let rows = 0
  const twice: string[] = []
  let after: Row | undefined
  for (;;) {
    const found = await findOld(db, vault, { table, after })
    if (found.length === 0) break
    const changes = found.map((row) => ({ row, set: sealedAnew(row, vault, table) }))
    const done = await keepAll(db, table, changes)
    twice.push(...done.twice)
    rows += changes.length - done.twice.length
    onBatch?.(rows)
    after = found.at(-1)
  }
  return { table: table.name, rows, twice }
}

/** How many rows are still sealed by other algorithms. */
export async function countOld(db: Db, vault: Vault, table: SealedTable): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${name(table.name)} where ${isOld(vault, table)}`,
  )
  return rows[0]?.count ?? 0
}

async function findOld(
  db: Db,
  vault: Vault,
  { table, after }: { table: SealedTable; after: Row | undefined },
): Promise<Row[]> {
  const shown = columnsOf(table).map((column) => sql`${name(column)}::text as ${name(column)}`)
  const key = list(table.key.map(name))
  const beyond = after && list(table.key.map((column) => sql`${after[column]}::uuid`))
  const { rows } = await db.execute<Record<string, string | null>>(
    sql`select ${list(shown)} from ${name(table.name)} where ${isOld(vault, table)}
      ${beyond ? sql`and (${key}) > (${beyond})` : sql``} order by ${key} limit ${batchRows}`,
  )
  return rows
}

function isOld(vault: Vault, { texts, maps }: SealedTable): SQL {
  const mark = vault.seal('').replace(/:.*/, ':')
  const begins = texts.map((column) => sql`not starts_with(${name(column)}, ${mark})`)
  const holds = maps.map(
    (column) =>
      sql`exists (select from jsonb_each_text(${name(column)}) one where not starts_with(one.value, ${mark}))`,
  )
  // What is null is neither old nor new.
  return sql`(${sql.join([...begins, ...holds], sql` or `)})`
}

function sealedAnew(row: Row, vault: Vault, { texts, maps, indexes }: SealedTable): Row {
  const anew = (text: string) => (vault.isCurrent(text) ? text : vault.seal(vault.open(text)))
  const set: Record<string, string | null> = {}
  for (const column of texts) {
    const text = row[column] ?? null
    set[column] = text === null ? null : anew(text)
  }
  for (const column of maps) set[column] = mapped(row[column] ?? null, anew)
  for (const { column, of, read } of indexes) {
    const text = row[of] ?? null
    set[column] = text === null ? null : vault.index(read(vault.open(text)))
  }
  return set
}

function mapped(json: string | null, change: (text: string) => string): string | null {
  if (json === null) return null
  const entries = Object.entries(JSON.parse(json) as Record<string, string>)
  return JSON.stringify(Object.fromEntries(entries.map(([key, text]) => [key, change(text)])))
}

/** All at once; where a digest is taken, one by one, and those for whom it is are named. */
async function keepAll(db: Db, table: SealedTable, changes: readonly Change[]) {
  const twice: string[] = []
  try {
    await keep(db, table, changes)
  } catch (error) {
    if (!brokenConstraint(error)) throw error
    for (const change of changes)
      // One after the other: which of them it is, is the question.
      // oxlint-disable-next-line no-await-in-loop
      await keep(db, table, [change]).catch((fault: unknown) => {
        if (!brokenConstraint(fault)) throw fault
        twice.push(table.key.map((column) => change.row[column]).join(' '))
      })
  }
  return { twice }
}

/** Only where the row still says what was read. */
async function keep(db: Db, table: SealedTable, changes: readonly Change[]): Promise<void> {
  const { key, texts, maps, indexes } = table
  const written = [...texts, ...maps, ...indexes.map(({ column }) => column)]
  const typeOf = (column: string) => sql.raw(maps.includes(column) ? 'jsonb' : 'text')
  const arrays = [
    ...key.map((column) => sql`${sql.param(changes.map(({ row }) => row[column]))}::uuid[]`),
    ...columnsOf(table)
      .filter((column) => !key.includes(column))
      .map((column) => sql`${sql.param(changes.map(({ row }) => row[column]))}::text[]`),
    ...written.map((column) => sql`${sql.param(changes.map(({ set }) => set[column]))}::text[]`),
  ]
  const read = columnsOf(table)
  const names = [
    ...read.map((column) => `old_${column}`),
    ...written.map((column) => `new_${column}`),
  ]
  const same = read.map(
    (column) =>
      sql`${name('kept')}.${name(column)}::text is not distinct from many.${name(`old_${column}`)}::text`,
  )
  // The key once more as it is, so that it is found by its index.
  const found = key.map((column) => sql`kept.${name(column)} = many.${name(`old_${column}`)}`)
  const set = written.map(
    (column) => sql`${name(column)} = many.${name(`new_${column}`)}::${typeOf(column)}`,
  )
  await db.execute(sql`update ${name(table.name)} as kept set ${list(set)}
    from unnest(${list(arrays)}) as many (${list(names.map(name))})
    where ${sql.join([...found, ...same], sql` and `)}`)
}

function columnsOf({ key, texts, maps }: SealedTable): string[] {
  return [...key, ...texts, ...maps]
}

function name(identifier: string): SQL {
  return sql`${sql.identifier(identifier)}`
}

function list(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `)
}
