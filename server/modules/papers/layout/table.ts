import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Cell, Table } from '../paper.ts'
import { textWidth } from './geometry.ts'
import type { StyleId } from './styles.ts'
import { runs } from './text.ts'

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const sides = { top: line, bottom: line, left: line, right: line }
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

/** Bordered, as wide as the text, in 4号 type; its head comes again on every page. */
export function tableOf({ head, shares, rows }: Table): DocxTable {
  const widths = widthsOf(shares)
  const headRow = head?.map((title): Cell => ({ pieces: [title], label: true, align: 'center' }))
  return new DocxTable({
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: { ...sides, insideHorizontal: line, insideVertical: line },
    margins: { left: 85, right: 85, top: 28, bottom: 28 },
    rows: [
      ...(headRow ? [rowOf(headRow, widths, true)] : []),
      ...rows.map((row) => rowOf(row, widths, false)),
    ],
  })
}

/** Shares to whole twips that add up to the text width. */
export function widthsOf(shares: readonly number[]): number[] {
  const sum = shares.reduce((left, right) => left + right, 0)
  const ends = shares.map((_, index) =>
    Math.round(
      (shares.slice(0, index + 1).reduce((left, right) => left + right, 0) / sum) * textWidth,
    ),
  )
  return ends.map((end, index) => end - (ends[index - 1] ?? 0))
}

function rowOf(cells: readonly Cell[], widths: readonly number[], repeated: boolean): TableRow {
  let column = 0
  const children = cells.map((cell) => {
    const span = cell.span ?? 1
    const width = widths.slice(column, column + span).reduce((left, right) => left + right, 0)
    column += span
    return cellOf(cell, width)
  })
  return new TableRow({
    tableHeader: repeated,
    cantSplit: true,
    height: { value: 510, rule: HeightRule.ATLEAST },
    children,
  })
}

function cellOf(
  { pieces, span = 1, label = false, align = 'left' }: Cell,
  width: number,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: (label ? 'CellLabel' : 'Cell') satisfies StyleId,
        ...(label ? {} : { alignment: alignments[align] }),
        children: runs(pieces),
      }),
    ],
  })
}
