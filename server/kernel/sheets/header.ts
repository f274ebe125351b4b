import { unreadable } from '../problem.ts'
import type { SheetRow } from './row.ts'

/** Titles, units and dates of filling stand above the header, never many lines of them. */
const headerWithin = 20

export type Header = {
  /** The rows from this one on are data. */
  readonly rowsAbove: number
  readonly line: number
  readonly headings: readonly string[]
}

/**
 * The row that holds most of the expected headings. Where its cell is empty, because a heading above or below it spans
 * two rows, the neighbour's word is taken.
 */
export function findHeader(
  rows: readonly SheetRow[],
  isExpected: (heading: string) => boolean,
  required: readonly string[],
): Header {
  const candidates = rows.slice(0, headerWithin).map(({ line, cells }, at) => {
    const headings = cells.map(headingOf)
    return { at, line, headings, known: headings.filter(isExpected).length }
  })
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (most, one) => (one.known > (most?.known ?? 0) ? one : most),
    undefined,
  )
  if (!best)
    throw unreadable('sheets.headerMissing', { 行数: headerWithin, 列名: required.join('、') })

  const below = candidates[best.at + 1]
  const isSecondRow = below !== undefined && below.known > 0 && fits(below.headings, best.headings)
  const headings = merge(best.headings, candidates[best.at - 1]?.headings ?? [], isExpected)
  const whole = isSecondRow ? merge(headings, below.headings, isExpected) : headings
  refuseRepeated(whole, best.line)
  return { rowsAbove: best.at + (isSecondRow ? 2 : 1), line: best.line, headings: whole }
}

/** A heading as it is compared: no blanks, no line breaks, no asterisk that marks what is required. */
export function headingOf(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s*＊:：]/g, '')
    .replace(/^\d+[.、．]/, '')
}

/** A second header row fills holes of the first and says nothing else. */
function fits(below: readonly string[], above: readonly string[]): boolean {
  return below.every((heading, column) => heading === '' || (above[column] ?? '') === '')
}

function merge(
  own: readonly string[],
  neighbour: readonly string[],
  isExpected: (heading: string) => boolean,
): string[] {
  const width = Math.max(own.length, neighbour.length)
  return Array.from({ length: width }, (_, column) => {
    const [mine = '', other = ''] = [own[column], neighbour[column]]
    return mine === '' && isExpected(other) ? other : mine
  })
}

function refuseRepeated(headings: readonly string[], line: number): void {
  const seen = new Set<string>()
  for (const heading of headings) {
    if (heading !== '' && seen.has(heading))
      throw unreadable('sheets.headerRepeated', { 行: line, 列名: heading })
    seen.add(heading)
  }
}
