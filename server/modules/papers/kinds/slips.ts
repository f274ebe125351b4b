import type { Block, Cell, Paper } from '../paper.ts'

/** 选票: what is printed, cut and handed out to those with a vote; one of them looks like the other. */
export type Slips = {
  readonly organization: string
  readonly title: string
  readonly day: string
  readonly lines: readonly string[]
  readonly marks: readonly string[]
  /** 另选人: so many empty lines. */
  readonly emptyLines: number
  /** How it is to be filled in. */
  readonly notes: readonly string[]
  /** As many as there are people with a vote. */
  readonly copies: number
}

/** One after another on the page, each as a table of its own; the organization's seal makes them valid. */
export function slipsPaper(slips: Slips): Paper {
  const one = slipBlocks(slips)
  return {
    kind: 'register',
    title: `${slips.organization}\n选票`,
    body: Array.from({ length: slips.copies }, () => one).flat(),
    day: slips.day,
  }
}

function slipBlocks({ organization, title, lines, marks, emptyLines, notes }: Slips): Block[] {
  const share = Math.floor(60 / marks.length)
  const empty = Array.from({ length: emptyLines }, () => rowOf('另选人：', marks))
  const head: Cell[] = [
    { pieces: ['选票'], label: true, align: 'center' },
    ...marks.map((mark): Cell => ({ pieces: [mark], label: true, align: 'center' })),
  ]
  return [
    { level: 'flush', pieces: [`${organization}（盖章处）：${title}`] },
    {
      level: 'table',
      table: {
        shares: [100 - share * marks.length, ...marks.map(() => share)],
        rows: [head, ...lines.map((line) => rowOf(line, marks)), ...empty],
      },
    },
    ...notes.map((note): Block => ({ level: 'flush', pieces: [`说明：${note}`] })),
    { level: 'flush', pieces: ['—  —  —  —  —  —  —  —  —  —  —  —  —  —'] },
  ]
}

function rowOf(name: string, marks: readonly string[]): Cell[] {
  return [{ pieces: [name] }, ...marks.map((): Cell => ({ pieces: [''], align: 'center' }))]
}
