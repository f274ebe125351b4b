import type { Block, Token } from '../table.ts'

/** What a template may ask: the numbers of the year, as numbers to judge by and as figures to print. */
export type Facts = {
  readonly organization: string
  readonly year: number
  /** The year is over; before that, sentences speak of what has been done so far. */
  readonly isOver: boolean
  readonly number: (metric: string) => number
  readonly figure: (metric: string) => Token
}

export type Template = {
  readonly id: string
  readonly title: (facts: Facts) => string
  readonly body: (facts: Facts) => Block[]
  /** Everything that any sentence may ask, so that it is measured beforehand, once. */
  readonly metrics: readonly string[]
}

export type Pieces = readonly (string | Token)[]

/** say`现有党员${figure('members.all')}名` → the pieces of a sentence. */
export function say(
  words: TemplateStringsArray,
  ...figures: readonly (string | Token | Pieces)[]
): Pieces {
  return words
    .flatMap((word, index) => [word, ...listed(figures[index])])
    .filter((one) => one !== '')
}

function listed(piece: string | Token | Pieces | undefined): Pieces {
  if (piece === undefined) return []
  return isPieces(piece) ? piece : [piece]
}

function isPieces(piece: string | Token | Pieces): piece is Pieces {
  return Array.isArray(piece)
}

/** What there is some of, joined by a sign; what there is none of is left out. */
export function existing(
  sign: string,
  parts: readonly (readonly [count: number, words: Pieces])[],
): Pieces {
  return parts
    .filter(([count]) => count > 0)
    .flatMap(([, words], index) => (index > 0 ? [sign, ...words] : words))
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 一是…；二是…: points in one paragraph, as such reports are written. */
export function firstly(points: readonly (Pieces | undefined)[]): Pieces {
  return points
    .filter((point) => point !== undefined)
    .flatMap((point, index) => [`${ordinals[index] ?? ''}是`, ...point])
}

export const chapter = (title: string): Block => ({ level: 'chapter', pieces: [title] })
export const section = (title: string): Block => ({ level: 'section', pieces: [title] })
export const text = (pieces: Pieces): Block => ({ level: 'text', pieces })
