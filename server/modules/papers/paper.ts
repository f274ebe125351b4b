/** What a paper is, before anybody thinks of pages: a value that says everything GB/T 9704 needs to set it. */

/** A number in the text that came from the catalogue of metrics, and that its reader may want to open. */
export type Figure = { readonly metricKey: string; readonly text: string }
export type Piece = string | Figure

/** 一、 → （一） → 1. → （1）; `text` is indented by two characters, `flush` is not. */
export type Level = 'chapter' | 'section' | 'item' | 'point' | 'text' | 'flush'

export type Cell = {
  readonly pieces: readonly Piece[]
  /** How many columns it takes; one when not given. */
  readonly span?: number
  /** Says what stands beside it, and is set in 黑体. */
  readonly label?: boolean
  readonly align?: 'left' | 'center' | 'right'
}

export type Table = {
  /** Repeated on every page that the table reaches. */
  readonly head?: readonly string[]
  /** Shares of the text width, one for each column. */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

export type Block =
  | { readonly level: Level; readonly pieces: readonly Piece[] }
  | { readonly level: 'table'; readonly table: Table }

/** The red head of a formal paper: who issues it, and 机关代字〔年〕号. */
export type Head = {
  readonly issuer: string
  readonly number: { readonly word: string; readonly year: number; readonly serial: number }
  /** The signatory of a paper that goes upwards. */
  readonly signatory?: string
}

/** 版记: to whom copies go, and who printed it when. */
export type Colophon = {
  readonly copies: readonly string[]
  readonly printedBy: string
  readonly printedOn: string
}

export type Paper = {
  readonly kind: 'minutes' | 'workReport' | 'notice' | 'register'
  readonly title: string
  readonly head?: Head
  readonly recipients?: readonly string[]
  readonly body: readonly Block[]
  readonly attachments?: readonly string[]
  readonly issuer?: string
  /** YYYY-MM-DD: the day it takes effect. */
  readonly day: string
  readonly colophon?: Colophon
}

/** Every figure of a paper, in reading order; the same metric may speak more than once. */
export function figuresOf(paper: Pick<Paper, 'body'>): Figure[] {
  return paper.body.flatMap(piecesOf).filter(isFigure)
}

export function isFigure(piece: Piece): piece is Figure {
  return typeof piece !== 'string'
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (isFigure(piece) ? piece.text : piece)).join('')
}

function piecesOf(block: Block): readonly Piece[] {
  return block.level === 'table'
    ? block.table.rows.flatMap((row) => row.flatMap(({ pieces }) => pieces))
    : block.pieces
}

/** 机关代字〔2026〕3号: six-cornered brackets, no 第, no zeros in front. */
export function documentNumber({ word, year, serial }: Head['number']): string {
  return `${word}〔${String(year)}〕${String(serial)}号`
}

const digits = '零一二三四五六七八九'

/** 1–99 in Chinese, which is as far as headings go. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const unit = value % 10 ? digits.charAt(value % 10) : ''
  if (tens === 0) return unit
  return `${tens === 1 ? '' : digits.charAt(tens)}十${unit}`
}

const counted = ['chapter', 'section', 'item', 'point'] as const
type Counted = (typeof counted)[number]

const signs: Record<Counted, (count: number) => string> = {
  chapter: (count) => `${chineseNumber(count)}、`,
  section: (count) => `（${chineseNumber(count)}）`,
  item: (count) => `${String(count)}. `,
  point: (count) => `（${String(count)}）`,
}

/** The sign in front of every block, '' where there is none; a higher level lets the lower ones begin again. */
export function signsOf(blocks: readonly { readonly level: string }[]): string[] {
  const counts = counted.map(() => 0)
  return blocks.map(({ level }) => {
    const found = counted.find((name) => name === level)
    if (!found) return ''
    const depth = counted.indexOf(found)
    counts[depth] = (counts[depth] ?? 0) + 1
    counts.fill(0, depth + 1)
    return signs[found](counts[depth])
  })
}
