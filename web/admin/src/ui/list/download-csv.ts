import type { Column } from './columns.ts'

/** What is on the screen, filters included. The mark at the start makes Excel read it as UTF-8. */
export function downloadCsv<Row>(name: string, columns: Column<Row>[], rows: Row[]): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', csvOf(columns, rows)], { type: 'text/csv' }))
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}

export function csvOf<Row>(columns: Column<Row>[], rows: Row[]): string {
  const written = columns.filter(({ text }) => text)
  const lines = rows.map((row) => written.map(({ text }) => text?.(row) ?? ''))
  const cells = [written.map(({ title }) => title), ...lines]
  return cells.map((line) => line.map(quoted).join()).join('\r\n')
}

/** A cell that begins like a formula is kept a text, or opening the file would run it. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
