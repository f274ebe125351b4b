import { Readable } from 'node:stream'
import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { PgTable } from 'drizzle-orm/pg-core'
import { clientOf } from '../kernel/copy.ts'
import { copyIn, copyOut } from '../kernel/copy-stream.ts'
import type { Db } from '../kernel/db.ts'

/**
 * A whole county as the text of its rows, with the places noted at which ids and the county's name stand: printed
 * again, every id gives way to another in the same manner, so that whatever named one another still does.
 */
export type Stencil = readonly Sheet[]
type Sheet = {
  readonly table: string
  readonly columns: readonly string[]
  readonly pieces: Piece[]
}
type Piece = {
  readonly text: Buffer
  readonly ids: Uint32Array
  readonly names: Uint32Array
}

/** A print of it: its number, from 1, and its name of two signs in place of the first one's. */
export type Print = { readonly number: number; readonly name: string }

/** A row to be written anew once its ids are in place: its fields by column, as COPY writes them. */
export type Rewrite = (row: Map<string, string>, print: Print) => unknown

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The ids of everything that is there now, table by table: they are nobody's copy. */
export async function idsOf(tx: Db, tables: readonly PgTable[]): Promise<Map<string, string[]>> {
  const known = new Map<string, string[]>()
  for (const table of tables) {
    const name = getTableName(table)
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id::text from ${sql.identifier(name)}`,
    )
    known.set(
      name,
      rows.map(({ id }) => id),
    )
  }
  return known
}

/** Everything in the tables but what was `known` before. */
export async function takeStencil(
  tx: Db,
  tables: readonly PgTable[],
  { known, name }: { readonly known: Map<string, string[]>; readonly name: string },
): Promise<Stencil> {
  const kept = new Set([...known.values()].flat())
  const sheets: Sheet[] = []
  for (const one of inOrder(tables)) {
    const table = getTableName(one)
    const columns = Object.values(getTableColumns(one)).map((column) => column.name)
    const but = (known.get(table) ?? []).map((id) => `'${id}'`).join()
    const where = but ? ` where id not in (${but})` : ''
    const pieces: Piece[] = []
    const select = `select ${listOf(columns)} from "${table}"${where}`
    for await (const text of heapsOf(copyOut(clientOf(tx), `copy (${select}) to stdout`)))
      pieces.push({ text, ids: idsIn(text, kept), names: placesOf(text, name) })
    if (pieces.length > 0) sheets.push({ table, columns, pieces })
  }
  return sheets
}

/** Lays a print of it down. */
export async function printStencil(
  tx: Db,
  stencil: Stencil,
  print: Print,
  rewrites: Readonly<Record<string, Rewrite>>,
): Promise<void> {
  for (const sheet of stencil)
    await copyIn(
      clientOf(tx),
      `copy "${sheet.table}" (${listOf(sheet.columns)}) from stdin`,
      Readable.from(piecesOf(sheet, print, rewrites[sheet.table])),
    )
}

const heapBytes = 4 * 1024 * 1024

/** Rows as they come, some megabytes of whole lines at a time. */
async function* heapsOf(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let heap: Buffer[] = []
  let filled = 0
  for await (const row of rows) {
    heap.push(row)
    filled += row.length
    if (filled < heapBytes) continue
    yield Buffer.concat(heap)
    ;[heap, filled] = [[], 0]
  }
  if (filled > 0) yield Buffer.concat(heap)
}

function* piecesOf({ pieces, columns }: Sheet, print: Print, rewrite?: Rewrite) {
  const name = Buffer.from(print.name)
  for (const { text, ids, names } of pieces) {
    const copy = Buffer.from(text)
    for (const at of names) name.copy(copy, at)
    for (const at of ids) moveId(copy, at, print.number)
    yield rewrite ? rewritten(copy, columns, (row) => rewrite(row, print)) : copy
  }
}

function rewritten(
  text: Buffer,
  columns: readonly string[],
  rewrite: (row: Map<string, string>) => unknown,
): Buffer {
  const lines = text.toString().trimEnd().split('\n')
  const changed = lines.map((line) => {
    const fields = line.split('\t')
    const row = new Map(columns.map((column, at) => [column, fields[at] ?? '']))
    rewrite(row)
    return [...row.values()].join('\t')
  })
  return Buffer.from(`${changed.join('\n')}\n`)
}

/** The id that stands in a print where the first county has this one. */
export function movedId(id: string, number: number): string {
  const text = Buffer.from(id)
  moveId(text, 0, number)
  return text.toString()
}

/*
 * The first eight digits of an id are its time, about a minute each: a print's ids are all some minutes older, so that
 * they lie together in every index. The last eight are chance, and changed as well.
 */
const [minutes, mixer, tail] = [16, 0x9e_37_79_b1, 28]

function moveId(text: Buffer, at: number, number: number): void {
  write(text, at, read(text, at) - number * minutes)
  write(text, at + tail, read(text, at + tail) ^ Math.imul(number, mixer))
}

const digits = Buffer.from('0123456789abcdef')
const valueOf = new Uint8Array(128)
for (const [value, digit] of digits.entries()) valueOf[digit] = value

function read(text: Buffer, at: number): number {
  let value = 0
  for (let digit = at; digit < at + 8; digit += 1)
    value = (value << 4) | (valueOf[text[digit] ?? 0] ?? 0)
  return value
}

function write(text: Buffer, at: number, value: number): void {
  for (let digit = 7, rest = value; digit >= 0; digit -= 1, rest >>>= 4)
    text[at + digit] = digits[rest & 15] ?? 0
}

function idsIn(text: Buffer, kept: ReadonlySet<string>): Uint32Array {
  const places: number[] = []
  for (const { 0: id, index } of text.toString('latin1').matchAll(idPattern))
    if (!kept.has(id)) places.push(index)
  return Uint32Array.from(places)
}

function placesOf(text: Buffer, name: string): Uint32Array {
  const places: number[] = []
  const wanted = Buffer.from(name)
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at)
  return Uint32Array.from(places)
}

/** What is pointed at comes before what points, so that a print can be laid down under watching keys as well. */
function inOrder(tables: readonly PgTable[]): ReadonlySet<PgTable> {
  const ordered = new Set<PgTable>()
  const visited = new Set<PgTable>()
  const visit = (table: PgTable) => {
    if (visited.has(table)) return
    visited.add(table)
    for (const key of getTableConfig(table).foreignKeys) visit(key.reference().foreignTable)
    ordered.add(table)
  }
  for (const table of tables) visit(table)
  return ordered
}

function listOf(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join()
}
