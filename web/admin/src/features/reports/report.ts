import type { EntryOf, Output, ReportBlock, ReportFigure } from '@zhixing/contract'

export type Report = Output<EntryOf<'reports.show'>>
export type Piece = ReportBlock['pieces'][number]

/** In the address, and wherever a figure has to be known again: "members.all~2026-01-01~2026-12-31". */
export function figureKey({ metric, from, to }: Pick<ReportFigure, 'metric' | 'from' | 'to'>) {
  return [metric, from, to].join('~')
}

export function figureOf(key: string) {
  const [metric = '', from = '', to = ''] = key.split('~')
  return { metric, from, to }
}

export function isFigure(piece: Piece): piece is ReportFigure {
  return typeof piece !== 'string'
}

export function hasChanged({ text, signed }: ReportFigure): boolean {
  return signed !== undefined && signed !== text
}

/** Every number once, in the order of reading. */
export function figuresOf({ blocks }: Pick<Report, 'blocks'>): ReportFigure[] {
  const all = blocks.flatMap(({ pieces }) => pieces.filter(isFigure))
  return [...new Map(all.map((figure) => [figureKey(figure), figure])).values()]
}

/** "2026-06-01" → "2026年6月1日", without leading zeros, as documents are dated. */
export function officialDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${String(year)}年${String(month)}月${String(date)}日`
}
