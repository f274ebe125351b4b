import { AlignmentType, BorderStyle, Paragraph, TabStopType } from 'docx'
import { documentNumber } from '../paper.ts'
import type { Head } from '../paper.ts'
import { blankLine } from './blocks.ts'
import { faces } from './fonts.ts'
import { em, textWidth, twips } from './geometry.ts'
import type { StyleId } from './styles.ts'
import { runs, widthOf } from './text.ts'

const red = 'FF0000'
/** As large as the name allows on one line, and never larger than 小初 would look. */
const largest = 96

/** The issuer in red 35 mm below the top of the type area, the number two lines lower, the red line 4 mm below it. */
export function redHead({ issuer, number, signatory }: Head): Paragraph[] {
  const fitting = Math.floor((textWidth / 20 / Math.max(1, widthOf(issuer))) * 2) - 2
  const name = new Paragraph({
    style: 'Head' satisfies StyleId,
    spacing: { before: twips(35) },
    children: runs([issuer], { size: Math.min(largest, fitting) }),
  })
  return [
    name,
    blankLine(),
    blankLine(),
    numberLine(documentNumber(number), signatory),
    blankLine(),
    blankLine(),
  ]
}

/** Alone the number is centred; with a signatory it goes left, and he goes right, each one character in. */
function numberLine(number: string, signatory: string | undefined): Paragraph {
  const children = signatory
    ? [...runs([`${number}\t签发人：`]), ...runs([signatory], { font: { eastAsia: faces.kai } })]
    : runs([number])
  return new Paragraph({
    alignment: signatory ? AlignmentType.LEFT : AlignmentType.CENTER,
    ...(signatory
      ? {
          indent: { left: em, right: em },
          tabStops: [{ type: TabStopType.RIGHT, position: textWidth - em }],
        }
      : {}),
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 11 } },
    children,
  })
}
