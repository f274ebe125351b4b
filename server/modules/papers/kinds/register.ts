import type { Cell, Paper } from '../paper.ts'

/** 签到册: one line per person who is due, printed empty to be signed, or filled to be filed. */
export type Register = {
  readonly organization: string
  readonly meeting: string
  readonly time: string
  readonly place: string
  readonly day: string
  readonly lines: readonly RegisterLine[]
}

type RegisterLine = {
  readonly name: string
  /** Where they belong, when it is not the organization that meets. */
  readonly branch: string
  /** 15:02, or empty on a register that is still to be signed. */
  readonly signedAt: string
  /** 线上, 代签, 请假… */
  readonly note: string
}

export function registerPaper(register: Register): Paper {
  const { organization, meeting, time, place, day, lines } = register
  return {
    kind: 'register',
    title: `${organization}\n${meeting}签到册`,
    body: [
      { level: 'flush', pieces: [`时间：${time}`] },
      { level: 'flush', pieces: [`地点：${place}`] },
      {
        level: 'table',
        table: {
          head: ['序号', '姓名', '所在党支部', '签到时间', '签名', '备注'],
          shares: [10, 16, 28, 16, 16, 14],
          rows: lines.map(row),
        },
      },
    ],
    issuer: organization,
    day,
  }
}

function row({ name, branch, signedAt, note }: RegisterLine, index: number): Cell[] {
  return [
    { pieces: [String(index + 1)], align: 'center' },
    { pieces: [name], align: 'center' },
    { pieces: [branch] },
    { pieces: [signedAt], align: 'center' },
    { pieces: [''] },
    { pieces: [note], align: 'center' },
  ]
}
