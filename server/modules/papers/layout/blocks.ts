import { Paragraph } from 'docx'
import type { Table as DocxTable } from 'docx'
import { signsOf } from '../paper.ts'
import type { Block, Level, Piece } from '../paper.ts'
import type { StyleId } from './styles.ts'
import { tableOf } from './table.ts'
import { runs } from './text.ts'

const styles: Record<Level, StyleId> = {
  chapter: 'Chapter',
  section: 'Section',
  item: 'Text',
  point: 'Text',
  text: 'Text',
  flush: 'Normal',
}

export function blocksOf(blocks: readonly Block[]): (Paragraph | DocxTable)[] {
  const signs = signsOf(blocks)
  return blocks.map((block, index) =>
    block.level === 'table'
      ? tableOf(block.table)
      : line(block.level, [signs[index] ?? '', ...block.pieces]),
  )
}

export function line(level: Level, pieces: readonly Piece[]): Paragraph {
  return new Paragraph({ style: styles[level], children: runs(pieces) })
}

export function blankLine(): Paragraph {
  return new Paragraph({ style: 'Normal' satisfies StyleId, children: [] })
}
