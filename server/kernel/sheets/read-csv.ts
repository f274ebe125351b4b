import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { unreadable } from '../problem.ts'
import { encodingOf, readText } from './encoding.ts'
import type { TextEncoding } from './encoding.ts'
import type { SheetLimits } from './limits.ts'
import { isBlank } from './row.ts'
import type { SheetRow, SheetRows } from './row.ts'

const heap = 500
const sampleCharacters = 65_536

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

/** The rows of a text file, whichever of the usual signs parts its columns. */
export async function* readCsv(path: string, limits: SheetLimits): SheetRows {
  const encoding = await encodingOf(path)
  const delimiter = delimiterOf(await sampleOf(path, encoding))
  const parser = Readable.from(readText(path, encoding)).pipe(
    parse({
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: limits.columns * limits.cellCharacters,
    }),
  )

  let rows: SheetRow[] = []
  let count = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const row = rowOf(record, info.lines, limits)
      if (!row) continue
      count += 1
      if (count > limits.rows + 1) throw unreadable('sheets.tooManyRows', { 上限: limits.rows })
      if (rows.push(row) < heap) continue
      yield rows
      rows = []
    }
  } catch (error) {
    throw error instanceof CsvError ? problemOf(error) : error
  }
  if (count === 0) throw unreadable('sheets.empty')
  if (rows.length > 0) yield rows
}

function rowOf(record: readonly string[], line: number, limits: SheetLimits): SheetRow | undefined {
  const cells = record.map(textOfCell)
  while (cells.at(-1) === '') cells.pop()
  if (isBlank(cells)) return undefined
  if (cells.length > limits.columns)
    throw unreadable('sheets.tooManyColumns', { 行: line, 上限: limits.columns })
  if (cells.some(({ length }) => length > limits.cellCharacters))
    throw unreadable('sheets.longCell', { 行: line, 上限: limits.cellCharacters })

  const imprecise = cells.flatMap((cell, column) => (isShortened(cell) ? [column] : []))
  return imprecise.length > 0 ? { line, cells, imprecise } : { line, cells }
}

/** `="0123"` and `'0123` are how people keep a spreadsheet from making a number of a text. */
function textOfCell(cell: string): string {
  const text = cell.trim()
  const formula = /^="(.*)"$/s.exec(text)
  if (formula) return formula[1] ?? ''
  return text.startsWith("'") ? text.slice(1) : text
}

/** "9.90001E+17": a spreadsheet has taken an identifier for a number, and its end is lost. */
function isShortened(cell: string): boolean {
  return /^\d(\.\d+)?E\+\d+$/i.test(cell)
}

async function sampleOf(path: string, encoding: TextEncoding): Promise<string> {
  let sample = ''
  for await (const piece of readText(path, encoding)) {
    sample += piece
    if (sample.length >= sampleCharacters) break
  }
  return sample
}

/** The sign that stands most often outside of quotes in the first lines. */
export function delimiterOf(sample: string): string {
  const bare = sample
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .slice(0, 20)
    .join('\n')
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: bare.split(sign).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign
}

function problemOf(error: CsvError): Error {
  const line = typeof error.lines === 'number' ? error.lines : 1
  if (error.code.includes('QUOTE')) return unreadable('sheets.quote', { 行: line })
  return unreadable('sheets.broken', { 原因: `第 ${line} 行附近` })
}
