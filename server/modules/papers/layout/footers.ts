import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { emFour } from './geometry.ts'
import type { StyleId } from './styles.ts'

/** — 1 — in 4号 half-width Song: odd pages one character from the right, even pages one from the left. */
export function footers() {
  return {
    default: new Footer({ children: [number(AlignmentType.RIGHT, { right: emFour })] }),
    even: new Footer({ children: [number(AlignmentType.LEFT, { left: emFour })] }),
  }
}

function number(
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  indent: { left?: number; right?: number },
): Paragraph {
  return new Paragraph({
    alignment,
    indent,
    style: 'PageNumber' satisfies StyleId,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  })
}
