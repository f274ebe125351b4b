import type { Cell, Paper } from '../paper.ts'

/** 民主评议党员情况汇总表: everybody with the votes that were counted and the grade that was concluded. */
export type AppraisalSummary = {
  readonly organization: string
  readonly year: number
  readonly day: string
  /** When and where, who was there, how the ballot went, in sentences. */
  readonly sentences: readonly string[]
  readonly lines: readonly {
    readonly name: string
    /** By grade from the best down; nothing of who is not graded. */
    readonly votes: readonly number[] | null
    readonly grade: string
    readonly note: string
  }[]
}

const blank = ['', '', '', '']

export function appraisalSummaryPaper(summary: AppraisalSummary): Paper {
  const { organization, year, day, sentences, lines } = summary
  return {
    kind: 'register',
    title: `${organization}\n${year}年度民主评议党员情况汇总表`,
    body: [
      ...sentences.map((words) => ({ level: 'text' as const, pieces: [words] })),
      {
        level: 'table',
        table: {
          head: ['序号', '姓名', '优秀', '合格', '基本合格', '不合格', '支部定等', '备注'],
          shares: [8, 14, 9, 9, 12, 11, 15, 22],
          rows: lines.map((line, at): Cell[] =>
            [
              String(at + 1),
              line.name,
              ...(line.votes?.map(String) ?? blank),
              line.grade,
              line.note,
            ].map((words) => ({ pieces: [words], align: 'center' })),
          ),
        },
      },
      { level: 'flush', pieces: ['党支部书记（签名）：　　　　　　　　　　年　　月　　日'] },
    ],
    issuer: organization,
    day,
  }
}
