/**
 * Tables in files. Reading: .xlsx and .csv as a stream of rows of text, with refusals that say what to do.
 * Writing: the same, streamed, with nothing in it that a spreadsheet would run.
 */
export type { Cell, SheetColumn } from './column.ts'
export { fileKindOf } from './file-kind.ts'
export { findHeader } from './header.ts'
export type { Header } from './header.ts'
export { readSheetAside } from './read-aside.ts'
export { readSheet } from './read-sheet.ts'
export type { SheetRow, SheetRows } from './row.ts'
export { writeCsv } from './write-csv.ts'
export { writeXlsx } from './write-xlsx.ts'
