import { Readable } from 'node:stream'
import type { Cell, CellRows, SheetColumn } from './column.ts'
import { looksLikeFormula } from './formula.ts'

const byteOrderMark = '\uFEFF'

/** UTF-8 with its mark, so that a spreadsheet opened by double click shows Chinese. */
export function writeCsv(columns: readonly SheetColumn[], rows: CellRows): Readable {
  return Readable.from(linesOf(columns, rows), { objectMode: false })
}

async function* linesOf(columns: readonly SheetColumn[], rows: CellRows): AsyncGenerator<string> {
  yield byteOrderMark + lineOf(columns.map(({ heading }) => heading))
  for await (const heap of rows) yield heap.map(lineOf).join('')
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(textOfCell).join(',')}\r\n`
}

function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // The quotation mark in front is what spreadsheets themselves show a text by, and reading takes it away again.
  const text = looksLikeFormula(cell) || cell.startsWith("'") ? `'${cell}` : cell
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
