import { Paragraph } from 'docx'
import type { StyleId } from './styles.ts'
import { runs, widthOf } from './text.ts'

/** 20 characters of 2号 fill 156 mm; two are left free so that the lines form a figure of their own. */
const widest = 18

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** These never begin a line: closing signs, and particles that lean on the word before. */
const leansBack = /^[，。、；：！？）》」』”’〕的了和与及]/
/** These never end one. */
const leansOn = /[（《「『“‘〔第]$/

export function titleParagraphs(title: string): Paragraph[] {
  return titleLines(title).map(
    (line) =>
      new Paragraph({
        style: 'PaperTitle' satisfies StyleId,
        keepNext: true,
        children: runs([line]),
      }),
  )
}

/** Lines of nearly equal length, broken between words only; a title's own line breaks are respected. */
export function titleLines(title: string): string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(brokenLines)
}

function brokenLines(title: string): string[] {
  const lines = Math.ceil(widthOf(title) / widest)
  if (lines <= 1) return [title]
  const target = widthOf(title) / lines
  return best(unbreakable(title), target).lines
}

/** Words, with everything that leans on a neighbour joined to it; 2026年 stays one word. */
function unbreakable(title: string): string[] {
  const chunks: string[] = []
  for (const { segment } of words.segment(title)) {
    const last = chunks.at(-1)
    const joins =
      last !== undefined &&
      (leansBack.test(segment) ||
        leansOn.test(last) ||
        (/\d$/.test(last) && /^[年月日次届号]/.test(segment)))
    if (joins) chunks[chunks.length - 1] = last + segment
    else chunks.push(segment)
  }
  return chunks.flatMap(cut)
}

/** A single word longer than a line has to be cut somewhere. */
function cut(word: string): string[] {
  if (widthOf(word) <= widest + 2) return [word]
  const signs = Array.from(word)
  return Array.from({ length: Math.ceil(signs.length / widest) }, (_, index) =>
    signs.slice(index * widest, (index + 1) * widest).join(''),
  )
}

type Broken = { lines: string[]; cost: number }

/** The way of breaking whose lines differ least from `target`; a line over the full width costs more than any. */
function best(chunks: readonly string[], target: number): Broken {
  const from: Broken[] = Array.from({ length: chunks.length + 1 }, () => ({ lines: [], cost: 0 }))
  for (let start = chunks.length - 1; start >= 0; start -= 1) {
    let found: Broken = { lines: [], cost: Infinity }
    for (let end = start + 1; end <= chunks.length; end += 1) {
      const line = chunks.slice(start, end).join('')
      const width = widthOf(line)
      const rest = from[end] ?? found
      const cost = (width - target) ** 2 + (width > widest + 2 ? 10_000 : 0) + rest.cost
      if (cost < found.cost) found = { lines: [line, ...rest.lines], cost }
    }
    from[start] = found
  }
  return from[0] ?? { lines: [], cost: 0 }
}
