import type { Block, Paper } from '../paper.ts'

/** 培训通知: why, when, where, who with how many seats, what, and how to enrol; with a slip to send back. */
export type ClassNotice = {
  readonly title: string
  readonly recipients: readonly string[]
  readonly purpose: string
  /** Already in words: 2026年6月10日至12日 */
  readonly time: string
  readonly place: string
  readonly audience: string
  /** 东支部 3 名 */
  readonly quotas: readonly string[]
  readonly content: readonly string[]
  readonly requirements: string
  readonly enrolBy: string
  readonly contact: string
  readonly issuer: string
  readonly day: string
}

export function classNoticePaper(notice: ClassNotice): Paper {
  const { title, recipients, quotas, content } = notice
  return {
    kind: 'notice',
    title: `关于举办${title}的通知`,
    recipients,
    body: [
      text(notice.purpose),
      ...chapter('时间', [notice.time]),
      ...chapter('地点', [notice.place]),
      ...chapter('参训人员和名额', [notice.audience]),
      ...quotas.map((words): Block => ({ level: 'item', pieces: [words] })),
      ...chapter('培训内容', content.length > 0 ? content : ['见课程表。']),
      ...chapter('有关要求', [notice.requirements]),
      ...chapter('报名', [`请于${notice.enrolBy}前报名。`, `联系人：${notice.contact}。`]),
      { level: 'flush', pieces: ['回执'] },
      slip(),
    ],
    issuer: notice.issuer,
    day: notice.day,
  }
}

/** 回执: a table that is filled in by hand. */
function slip(): Block {
  const empty = { pieces: [''] }
  return {
    level: 'table',
    table: {
      head: ['姓名', '所在党组织', '职务', '联系电话', '备注'],
      shares: [0.18, 0.32, 0.18, 0.2, 0.12],
      rows: Array.from({ length: 3 }, () => [empty, empty, empty, empty, empty]),
    },
  }
}

function chapter(title: string, lines: readonly string[]): Block[] {
  const filled = lines.filter((line) => line !== '')
  if (filled.length === 0) return []
  return [{ level: 'chapter', pieces: [title] }, ...filled.map(text)]
}

function text(words: string): Block {
  return { level: 'text', pieces: [words] }
}
