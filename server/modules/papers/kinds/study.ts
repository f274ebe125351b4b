import type { Block, Paper } from '../paper.ts'
import { factTable } from './admission.ts'

/** A paper of a study group: its plan, the report of a sitting, an observer's record, the bulletin of half a year. */
export type StudyPaper = {
  readonly title: string
  readonly issuer: string
  readonly day: string
  readonly recipients?: readonly string[]
  readonly facts?: readonly (readonly [name: string, value: string])[]
  readonly chapters: readonly {
    readonly title: string
    readonly lines?: readonly string[]
    readonly table?: {
      readonly head: readonly string[]
      readonly shares: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  }[]
}

export function studyPaper({ title, issuer, day, recipients, facts, chapters }: StudyPaper): Paper {
  return {
    kind: 'workReport',
    title,
    ...(recipients && recipients.length > 0 ? { recipients } : {}),
    body: [...(facts ? [factTable(facts)] : []), ...chapters.flatMap(chapterOf)],
    issuer,
    day,
  }
}

function chapterOf({ title, lines = [], table }: StudyPaper['chapters'][number]): Block[] {
  const said = lines.length === 0 && !table ? ['无。'] : lines
  const body = said.map((line): Block => ({ level: 'text', pieces: [line] }))
  const heading: Block = { level: 'chapter', pieces: [title] }
  if (!table) return [heading, ...body]
  const rows = table.rows.map((row) => row.map((text) => ({ pieces: [text] })))
  return [heading, ...body, { level: 'table', table: { ...table, rows } }]
}
