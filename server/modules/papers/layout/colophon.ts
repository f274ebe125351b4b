import {
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Colophon } from '../paper.ts'
import { emFour, textWidth } from './geometry.ts'
import type { StyleId } from './styles.ts'
import { runs } from './text.ts'
import { fullDay } from '../../../kernel/words.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

/**
 * It floats to the foot of the page that holds the paragraph after it, so it brings one of no height; a program that
 * does not float tables shows it right below the date.
 */
export function colophonAtFoot(colophon: Colophon): [Table, Paragraph] {
  const anchor = new Paragraph({ spacing: { line: 20, lineRule: 'exact' } })
  return [colophonTable(colophon), anchor]
}

/** 版记: thick rule, copies, thin rule, who printed it and when, thick rule. */
function colophonTable({ copies, printedBy, printedOn }: Colophon): Table {
  const printed = `${printedBy}\t${fullDay(printedOn)}印发`
  const texts = copies.length > 0 ? [`抄送：${copies.join('，')}。`, printed] : [printed]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    layout: TableLayoutType.FIXED,
    float: {
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
    },
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin },
    rows: texts.map((text) => new TableRow({ cantSplit: true, children: [cell(text)] })),
  })
}

function cell(text: string): TableCell {
  return new TableCell({
    width: { size: textWidth, type: WidthType.DXA },
    children: [
      new Paragraph({
        style: 'Cell' satisfies StyleId,
        spacing: { line: 480 },
        indent: { left: emFour, right: emFour },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth - 2 * emFour }],
        children: runs([text]),
      }),
    ],
  })
}
