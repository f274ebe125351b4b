import type { Output, EntryOf } from '@zhixing/contract'
import { disposalGrounds, disposalKinds, statementWays } from '@zhixing/contract/conduct-words.ts'
import type { Day } from '../../kernel/calendar.ts'

type File = Output<EntryOf<'conduct.look'>>

const papers = {
  facts: '事实材料',
  resolution: '支部党员大会决议',
  request: '请示',
  notice: '决定告知书',
} as const
type PaperName = keyof typeof papers

export function isPaper(name: string): name is PaperName {
  return Object.hasOwn(papers, name)
}

/** One of the four papers of a case, from what its file says: to print, sign and keep. */
export function paperFacts(file: File, paper: PaperName, day: Day) {
  const { name, organizationName, kind, ground, openedOn, clauses } = file
  const title = `关于对${name}同志${disposalKinds[kind]}的${papers[paper]}`
  return {
    organization: organizationName,
    title,
    day,
    facts: [
      ['姓名', name],
      ['党支部', organizationName],
      ['类别', disposalKinds[kind]],
      ['理由', disposalGrounds[ground]],
      ['立案日期', openedOn],
      ['依据', clauses.join('；')],
    ] as const,
    chapters: chaptersOf(file, paper),
    opinions: opinionsOf[paper],
  }
}

const opinionsOf: Readonly<Record<PaperName, readonly string[]>> = {
  facts: ['党支部'],
  resolution: ['党支部'],
  request: ['党支部意见', '上级党组织审批意见'],
  notice: ['上级党组织', '本人签收'],
}

type Chapter = { readonly title: string; readonly lines: readonly string[] }

function chaptersOf(file: File, paper: PaperName): Chapter[] {
  const facts = { title: '事实', lines: [file.facts] }
  const talked = {
    title: '谈话和帮教',
    lines: [
      ...file.talks.map(({ heldOn, talkerName }) => `${heldOn}，${talkerName}与本人谈话。`),
      ...file.notes.map(({ on, text }) => `${on}，${text}`),
    ],
  }
  const heard = { title: '本人陈述', lines: statementOf(file) }
  const vote = {
    title: '支部党员大会表决',
    lines: file.vote ? [file.vote.text, file.vote.result] : [],
  }
  if (paper === 'facts') return [facts, talked, heard]
  if (paper === 'resolution') return [facts, vote]
  if (paper === 'request') return [facts, talked, heard, vote]
  return [
    facts,
    { title: '决定', lines: decisionOf(file) },
    { title: '申诉权利', lines: appealOf(file) },
  ]
}

function statementOf({ statement }: File): string[] {
  return statement ? [`${statement.on}，${statementWays[statement.way]}：${statement.text}`] : []
}

function decisionOf({ decidedOn, kind, correction }: File): string[] {
  if (correction)
    return [
      `限期改正到 ${correction.until}，由${correction.helperName}帮教：${correction.measures}`,
    ]
  return decidedOn ? [`${decidedOn} 批准${disposalKinds[kind]}。`] : ['尚未作出决定。']
}

function appealOf({ appealUntil }: File): string[] {
  const until = appealUntil ? `${appealUntil} 以前` : '收到本告知书后在规定期限内'
  return [
    `不服本决定的，可以在${until}向作出决定的党组织或者上级党组织申诉，申诉期间决定照常执行。`,
  ]
}
