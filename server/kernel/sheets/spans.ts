import type { Readable } from 'node:stream'

/** A cell that spans lines of its column: its text stands in the first of them only. */
export type Span = { readonly column: number; readonly from: number; readonly until: number }

const mergeCell = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g
/** No mark of a merged cell is longer. */
const markLength = 200

/**
 * The cells of a worksheet that were merged downwards, by their first line. They are named behind all the rows they
 * belong to, so the part is run through once before it is read; only the marks are looked for, nothing is parsed.
 * Cells merged across columns are titles and groups of headings, whose text belongs to the first column alone.
 */
export async function readSpans(stream: Readable): Promise<Span[]> {
  const spans: Span[] = []
  let carried = ''
  stream.setEncoding('utf8')
  for await (const piece of stream) {
    const text = carried + (piece as string)
    let end = 0
    for (const { index, 0: mark, 1: left = '', 2: from, 3: right, 4: until } of text.matchAll(
      mergeCell,
    )) {
      end = index + mark.length
      if (left === right)
        spans.push({ column: columnOf(left), from: Number(from), until: Number(until) })
    }
    carried = text.slice(Math.max(end, text.length - markLength))
  }
  return spans.toSorted((one, other) => one.from - other.from)
}

/** Gives the lines below the first what the first says, one line after another. */
export class SpanFiller {
  readonly #spans: readonly Span[]
  #next = 0
  #open: { readonly span: Span; readonly text: string }[] = []

  constructor(spans: readonly Span[]) {
    this.#spans = spans
  }

  fill(line: number, cells: string[]): void {
    if (this.#next === this.#spans.length && this.#open.length === 0) return
    this.#open = this.#open.filter(({ span }) => span.until >= line)
    for (const { span, text } of this.#open) {
      while (cells.length <= span.column) cells.push('')
      cells[span.column] ||= text
    }
    for (
      let span = this.#spans[this.#next];
      span && span.from <= line;
      span = this.#spans[this.#next]
    ) {
      this.#next += 1
      const text = span.from === line ? (cells[span.column] ?? '') : ''
      if (text !== '') this.#open.push({ span, text })
    }
  }
}

/** "C12" is column 2, as is "C". */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + (letter - 64)
  }
  return column - 1
}
