import type { Block, Head, Paper } from '../paper.ts'

/** 工作情况汇报: goes upwards, carries no request, and every number in it can be asked where it comes from. */
export type WorkReport = {
  readonly title: string
  readonly recipients: readonly string[]
  readonly body: readonly Block[]
  readonly attachments?: readonly string[]
  readonly issuer: string
  readonly day: string
  readonly head?: Head
}

export function workReportPaper({ recipients, ...report }: WorkReport): Paper {
  return { kind: 'workReport', ...report, ...(recipients.length > 0 ? { recipients } : {}) }
}
