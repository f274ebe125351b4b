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
 * two rows, the neighbour's word is taken; where a group stands over its headings, theirs.
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
  const expected = (heading: string) => (isExpected(heading) ? heading : '')
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (most, one) => (one.known > (most?.known ?? 0) ? one : most),
    undefined,
  )
  if (!best)
    throw unreadable('sheets.headerMissing', { 行数: headerWithin, 列名: required.join('、') })

  const below = candidates[best.at + 1]
  const isGroup = (heading: string) => !isExpected(heading)
  const stands = (heading: string, over = '') =>
    isHole(heading) || isHole(over) || heading === over || (isExpected(heading) && isGroup(over))
  const isSecondRow =
    below !== undefined &&
    below.known > 0 &&
    below.headings.every((heading, column) => stands(heading, best.headings[column]))
  const above = candidates[best.at - 1]?.headings ?? []
  const headings = merge(best.headings, above.map(expected), isHole)
  const whole = isSecondRow ? merge(headings, below.headings.map(expected), isGroup) : headings
  refuseRepeated(whole, best.line)
  return { rowsAbove: best.at + (isSecondRow ? 2 : 1), line: best.line, headings: whole }
}

function isHole(heading: string): boolean {
  return heading === ''
}

/** A heading as it is compared: no blanks, no line breaks, no asterisk that marks what is required. */
export function headingOf(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s*＊:：]/g, '')
    .replace(/^\d+[.、．]/, '')
}

/** Takes the neighbour's word, where it has one, for each of its own that gives way. */
function merge(
  own: readonly string[],
  neighbour: readonly string[],
  givesWay: (heading: string) => boolean,
): string[] {
  const width = Math.max(own.length, neighbour.length)
  return Array.from({ length: width }, (_, column) => {
    const [mine = '', other = ''] = [own[column], neighbour[column]]
    return other !== '' && givesWay(mine) ? other : mine
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
