import type { Readable } from 'node:stream'
import { unreadable } from '../problem.ts'
import type { SheetLimits } from './limits.ts'
import { walkMarkup } from './markup.ts'
import type { Attributes } from './markup.ts'
import { isImprecise, textOfNumber } from './numbers.ts'
import { isBlank } from './row.ts'
import type { SheetRow, SheetRows } from './row.ts'
import { unescapeText } from './shared-strings.ts'
import { SpanFiller, columnOf } from './spans.ts'
import type { Span } from './spans.ts'
import type { NumberMeaning } from './styles.ts'

/** What cells refer to instead of saying it themselves. */
export type Legend = {
  readonly strings: readonly string[]
  readonly styles: readonly NumberMeaning[]
  readonly from1904: boolean
  /** The cells that were merged downwards. */
  readonly spans: readonly Span[]
}

/** The rows of one worksheet that hold anything, in heaps as the stream brings them. */
export async function* readWorksheet(
  stream: Readable,
  legend: Legend,
  limits: SheetLimits,
): SheetRows {
  const reader = new RowReader(legend, limits)
  const pieces = walkMarkup(stream, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  for await (const _ of pieces) {
    const rows = reader.take()
    if (rows.length > 0) yield rows
  }
  const rest = reader.take()
  if (rest.length > 0) yield rest
}

/** Assembles rows out of tags. A million cells pass here: plain fields, no objects per cell. */
class RowReader {
  readonly #legend: Legend
  readonly #limits: SheetLimits
  readonly #filler: SpanFiller
  #rows: SheetRow[] = []
  #count = 0
  #line = 0
  #cells: string[] = []
  #imprecise: number[] = []
  #column = 0
  #type = ''
  #style = 0
  #value = ''
  #isValue = false
  #isReading = false

  constructor(legend: Legend, limits: SheetLimits) {
    this.#legend = legend
    this.#limits = limits
    this.#filler = new SpanFiller(legend.spans)
  }

  take(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'row') {
      this.#line = attributes.r === undefined ? this.#line + 1 : Number(attributes.r)
      this.#cells = []
      this.#imprecise = []
      this.#column = -1
    } else if (name === 'rPh') this.#isReading = true
    this.#isValue = (name === 'v' || name === 't') && !this.#isReading
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text
  }

  close(name: string): void {
    this.#isValue = false
    if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'rPh') this.#isReading = false
  }

  #openCell({ r, t = 'n', s = '0' }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r)
    this.#type = t
    this.#style = Number(s)
    this.#value = ''
    if (this.#column >= this.#limits.columns)
      throw unreadable('sheets.tooManyColumns', { 行: this.#line, 上限: this.#limits.columns })
  }

  #closeCell(): void {
    const text = this.#textOfCell()
    if (text === '') return
    if (text.length > this.#limits.cellCharacters)
      throw unreadable('sheets.longCell', { 行: this.#line, 上限: this.#limits.cellCharacters })
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #textOfCell(): string {
    const value = this.#value
    if (value === '') return ''
    const { strings, styles, from1904 } = this.#legend
    switch (this.#type) {
      case 's':
        return strings[Number(value)] ?? ''
      case 'n': {
        const meaning = styles[this.#style] ?? 'number'
        if (meaning === 'number' && isImprecise(value)) this.#imprecise.push(this.#column)
        return textOfNumber(value, meaning, from1904)
      }
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'd':
        return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ')
      default:
        return unescapeText(value)
    }
  }

  #closeRow(): void {
    if (isBlank(this.#cells)) return
    this.#count += 1
    // One more than the limit, for the header.
    if (this.#count > this.#limits.rows + 1)
      throw unreadable('sheets.tooManyRows', { 上限: this.#limits.rows })
    this.#filler.fill(this.#line, this.#cells)
    const row = { line: this.#line, cells: this.#cells }
    this.#rows.push(this.#imprecise.length > 0 ? { ...row, imprecise: this.#imprecise } : row)
  }
}
