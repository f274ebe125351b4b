import { AlignmentType, Paragraph } from 'docx'
import { blankLine } from './blocks.ts'
import { em } from './geometry.ts'
import { runs, widthOf } from './text.ts'
import { fullDay } from '../../../kernel/words.ts'

/** The date stands four characters from the right, and the issuer is centred over it. */
const dateFromRight = 4

/** 附件：1. … one blank line below the text; the titles stand under one another. */
export function attachmentNote(titles: readonly string[]): Paragraph[] {
  const many = titles.length > 1
  const rows = titles.map((title, index) => {
    const sign = many ? `${String(index + 1)}. ` : ''
    const mark = index === 0 ? '附件：' : ''
    const indent = (index === 0 ? 2 : 5) * em
    // What runs over goes under the first character of the title, not under the mark.
    const hanging = widthOf(mark + sign) * em
    return new Paragraph({
      indent: { left: indent + hanging, hanging },
      children: runs([mark, sign, title]),
    })
  })
  return [blankLine(), ...rows]
}

export function signature(issuer: string, day: string): Paragraph[] {
  const centre = dateFromRight + widthOf(fullDay(day)) / 2
  return [blankLine(), rightAligned(issuer, Math.max(0, centre - widthOf(issuer) / 2))]
}

export function dateLine(day: string): Paragraph {
  return rightAligned(fullDay(day), dateFromRight)
}

function rightAligned(text: string, charactersFromRight: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepLines: true,
    indent: { right: Math.round(charactersFromRight * em) },
    children: runs([text]),
  })
}
