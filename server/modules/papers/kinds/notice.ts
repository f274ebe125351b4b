import type { Block, Paper } from '../paper.ts'

/** 会议通知: who is to come where and when, and what to bring. */
export type Notice = {
  readonly meeting: string
  readonly recipients: readonly string[]
  readonly topic: string
  /** Already in words: 9月5日（星期六）15:00 */
  readonly time: string
  readonly place: string
  readonly attendees: string
  readonly agenda: readonly string[]
  /** What those who come should know or bring. */
  readonly requirements: readonly string[]
  readonly attachments?: readonly string[]
  readonly issuer: string
  readonly day: string
}

export function noticePaper(notice: Notice): Paper {
  const { meeting, recipients, topic, time, place, attendees, agenda, requirements } = notice
  return {
    kind: 'notice',
    title: `关于召开${meeting}的通知`,
    recipients,
    body: [
      text(`经研究，决定召开${meeting}，主题为“${topic}”。现将有关事项通知如下：`),
      ...chapter('时间和地点', [`${time}，${place}。`]),
      ...chapter('参会人员', [attendees]),
      ...chapter('会议内容', agenda),
      ...chapter('有关要求', requirements),
    ],
    ...(notice.attachments ? { attachments: notice.attachments } : {}),
    issuer: notice.issuer,
    day: notice.day,
  }
}

/** One thing is a sentence, several are a numbered list, none is no chapter. */
function chapter(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return []
  const heading: Block = { level: 'chapter', pieces: [title] }
  if (lines.length === 1) return [heading, ...lines.map(text)]
  return [heading, ...lines.map((line): Block => ({ level: 'item', pieces: [line] }))]
}

function text(words: string): Block {
  return { level: 'text', pieces: [words] }
}
