import type { Block, Cell, Paper } from '../paper.ts'

/** What 会议记录 must say: time, place, chair, recorder, who came and who did not and why, what was said and decided. */
export type Minutes = {
  /** The organization that met, and the kind of meeting as people call it: 党员大会, 主题党日… */
  readonly organization: string
  readonly meeting: string
  readonly topic: string
  /** Already in words: 2026年9月5日15:00—16:30 */
  readonly time: string
  readonly day: string
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly due: number
  readonly present: readonly Attendee[]
  readonly absent: readonly { readonly name: string; readonly reason: string }[]
  /** From other branches, or invited without being due. */
  readonly guests: readonly Guest[]
  readonly agenda: readonly AgendaItem[]
  readonly speeches: readonly { readonly name: string; readonly words: string }[]
  /** What was said, where it was written down in one piece. */
  readonly record?: string
  /** What was put to the vote, and what came of it in words. */
  readonly motions?: readonly Motion[]
  readonly resolution?: Resolution
}

type Motion = {
  readonly text: string
  readonly proposer: string
  readonly discussion: string
  readonly result: string
}

type Guest = {
  readonly name: string
  readonly from: string
  readonly remote?: boolean
  /** How it was known who they are, and who vouches. */
  readonly proof?: string
}

type Attendee = {
  readonly name: string
  readonly remote?: boolean
  /** How it was seen that somebody was there by video. */
  readonly proof?: string
  readonly late?: boolean
  /** Who signed in for somebody who could not. */
  readonly proxy?: string
}

type AgendaItem = {
  readonly title: string
  readonly required: boolean
  /** What happened under this item; empty when only held. */
  readonly record: string
}

type Resolution = {
  readonly text: string
  readonly vote?: {
    readonly way: string
    readonly entitled: number
    readonly present: number
    readonly inFavour: number
    readonly against: number
    readonly abstained: number
    readonly passed: boolean
  }
}

export function minutesPaper(minutes: Minutes): Paper {
  const {
    organization,
    meeting,
    day,
    agenda,
    speeches,
    record = '',
    motions = [],
    resolution,
  } = minutes
  return {
    kind: 'minutes',
    title: `${organization}\n${meeting}会议记录`,
    body: [
      factsOf(minutes),
      ...(agenda.length > 0 ? [chapter('会议议程'), ...agenda.flatMap(agendaBlocks)] : []),
      ...(record === '' ? [] : [chapter('会议记录'), ...record.split('\n').map(text)]),
      ...(speeches.length > 0 ? [chapter('发言要点'), ...speeches.map(speech)] : []),
      ...(motions.length > 0 ? [chapter('民主议事'), ...motions.flatMap(motionBlocks)] : []),
      ...(resolution ? [chapter('会议决议'), ...resolutionBlocks(resolution)] : []),
      text(''),
      flush('主持人（签名）：'),
      flush('记录人（签名）：'),
    ],
    day,
  }
}

/** Four columns: a name and what it says, twice; long answers take the rest of the row. */
function factsOf(minutes: Minutes): Block {
  const { topic, time, place, chair, recorder, due, present, absent, guests } = minutes
  const rows = [
    wide('会议主题', topic),
    wide('时间', time),
    wide('地点', place),
    pair(['主持人', chair], ['记录人', recorder]),
    pair(['应到', `${String(due)}人`], ['实到', `${String(present.length)}人`]),
    wide('出席人员', present.map(attendee).join('、') || '无'),
    wide(
      '缺席人员及原因',
      absent.map(({ name, reason }) => `${name}（${reason}）`).join('、') || '无',
    ),
    ...(guests.length > 0 ? [wide('列席人员', guests.map(guestWords).join('、'))] : []),
  ]
  return { level: 'table', table: { shares: [18, 32, 18, 32], rows } }
}

function attendee({ name, remote = false, proof = '', late = false, proxy }: Attendee): string {
  const marks = [
    ...(remote ? [proof === '' ? '线上' : `线上，${proof}`] : []),
    ...(late ? ['迟到'] : []),
    ...(proxy ? [`${proxy}代签`] : []),
  ]
  return marks.length > 0 ? `${name}（${marks.join('，')}）` : name
}

function guestWords({ name, from, remote = false, proof = '' }: Guest): string {
  const marks = [from, ...(remote ? ['线上'] : []), ...(proof === '' ? [] : [proof])]
  return `${name}（${marks.join('，')}）`
}

function agendaBlocks({ title, required, record }: AgendaItem): Block[] {
  const heading: Block = { level: 'section', pieces: [required ? `${title}（规定议程）` : title] }
  return record === '' ? [heading] : [heading, ...record.split('\n').map(text)]
}

function resolutionBlocks({ text: words, vote }: Resolution): Block[] {
  const blocks = words.split('\n').map(text)
  if (!vote) return blocks
  const { way, entitled, present, inFavour, against, abstained, passed } = vote
  const result = passed
    ? '赞成人数超过应到会有表决权人数的半数，决议通过。'
    : '赞成人数未超过应到会有表决权人数的半数，决议未通过。'
  const counts = `应到会有表决权党员${String(entitled)}人，实到会${String(present)}人。采取${way}方式表决，赞成${String(inFavour)}人，反对${String(against)}人，弃权${String(abstained)}人。`
  return [...blocks, text(counts + result)]
}

function motionBlocks({ text: words, proposer, discussion, result }: Motion): Block[] {
  const by = proposer === '' ? '' : `（提议人：${proposer}）`
  return [
    { level: 'section', pieces: [`${words}${by}`] },
    ...(discussion === '' ? [] : discussion.split('\n').map(text)),
    text(`表决结果：${result}`),
  ]
}

const speech = ({ name, words }: Minutes['speeches'][number]) => text(`${name}：${words}`)

function chapter(words: string): Block {
  return { level: 'chapter', pieces: [words] }
}

function text(words: string): Block {
  return { level: 'text', pieces: [words] }
}

function flush(words: string): Block {
  return { level: 'flush', pieces: [words] }
}

function wide(name: string, value: string): Cell[] {
  return [label(name), { pieces: [value], span: 3 }]
}

function pair(left: [string, string], right: [string, string]): Cell[] {
  return [label(left[0]), { pieces: [left[1]] }, label(right[0]), { pieces: [right[1]] }]
}

function label(name: string): Cell {
  return { pieces: [name], label: true }
}
