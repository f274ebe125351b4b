import { keysOf } from '@zhixing/contract'
import type { BallotChoices, BallotLine, BallotResult, PaperCount } from '@zhixing/contract'
import { ballotMarks, ballotScales, ballotVerdicts } from '@zhixing/contract/ballot-words.ts'
import type { BallotMark } from '@zhixing/contract/ballot-words.ts'
import type { BallotKind } from './kind.ts'
import type { Electorate, Terms } from './terms.ts'

type Counts = Partial<Record<BallotMark, number>>
type Verdict = keyof typeof ballotVerdicts
export type Counted = Pick<BallotResult, 'issued' | 'returned' | 'invalid' | 'written' | 'tellers'>

/** How often each mark stands on each line of these slips. */
export function countSlips(slips: readonly BallotChoices[]): PaperCount['lines'] {
  const counted = new Map<string, Counts>()
  for (const choices of slips)
    for (const [key, mark] of Object.entries(choices)) {
      const counts = counted.get(key) ?? {}
      counts[mark] = (counts[mark] ?? 0) + 1
      counted.set(key, counts)
    }
  return [...counted].map(([key, counts]) => ({ key, counts }))
}

type About = {
  readonly kind: BallotKind
  readonly lines: readonly BallotLine[]
  readonly seats: number | null
  readonly terms: Terms
  readonly electorate: Electorate
}

/**
 * What it came to. What is not marked on a valid slip is an abstention; opinions in writing are added where the kind counts
 * them, and change nothing about who was there.
 */
export function resultOf(
  about: About,
  counted: Counted,
  marks: { readonly slips: PaperCount['lines']; readonly written: PaperCount['lines'] },
): BallotResult {
  const valid = counted.returned - counted.invalid
  const lines = about.lines.map((line) => {
    const one = countsOn(line.key, marks.slips)
    const other = countsOn(line.key, marks.written)
    const counts: Counts = {}
    for (const mark of ballotScales[about.kind.scale])
      counts[mark] = (one[mark] ?? 0) + (other[mark] ?? 0)
    // Of approval, a blank is an abstention; a grade that nobody gave is none.
    if (about.kind.scale === 'approval')
      counts.abstained = valid + counted.written - (counts.inFavour ?? 0) - (counts.against ?? 0)
    return { ...line, counts }
  })
  const verdicts = verdictsOf(lines, about)
  const said = lines.map((line, at) => {
    const verdict = verdicts[at] ?? 'counted'
    return { ...line, verdict, words: lineWords(line.counts, verdict) }
  })
  const result = { ...counted, valid, lines: said }
  return { ...result, sentence: sentenceOf(result, about) }
}

function countsOn(key: string, lines: PaperCount['lines']): Counts {
  return lines.find((line) => line.key === key)?.counts ?? {}
}

function verdictsOf(
  lines: readonly { readonly counts: Counts }[],
  { electorate: { toPass, isMet }, seats }: About,
): Verdict[] {
  const inFavour = lines.map(({ counts }) => counts.inFavour ?? 0)
  if (toPass === null) return lines.map(() => 'counted')
  if (seats === null)
    return inFavour.map((votes) => (isMet && votes >= toPass ? 'passed' : 'failed'))
  const enough = inFavour.filter((votes) => isMet && votes >= toPass)
  const ranked = enough.toSorted((one, other) => other - one)
  // Where the last seat falls between equals, none of them has it: they are voted on again.
  const last = ranked[seats - 1] ?? 0
  const isTied = ranked.length > seats && ranked[seats] === last
  return inFavour.map((votes) => {
    if (!isMet || votes < toPass || votes < last) return 'unelected'
    return isTied && votes === last ? 'tied' : 'elected'
  })
}

function lineWords(counts: Counts, verdict: Verdict): string {
  const marks: readonly BallotMark[] = keysOf(counts)
  const said = marks.map((mark) => `${ballotMarks[mark]} ${String(counts[mark] ?? 0)} 票`)
  const end = verdict === 'counted' ? '' : `，${ballotVerdicts[verdict]}`
  return `${said.join('，')}${end}`
}

type Said = Omit<BallotResult, 'sentence'>

function sentenceOf(result: Said, { terms, electorate, kind }: About): string {
  const { entitled, present } = electorate
  const { issued, returned, valid, invalid, written, lines } = result
  const right = kind.key === 'election' ? '选举权' : '表决权'
  const opinions = written > 0 ? `，另计书面意见 ${String(written)} 份` : ''
  const start = `应到会有${right}的 ${entitled} 人，实到 ${present} 人，发出选票 ${issued} 张，收回 ${returned} 张，有效 ${valid} 张，无效 ${invalid} 张${opinions}`
  const [only] = lines
  const counts =
    lines.length === 1 && only
      ? lineWords(only.counts, 'counted')
      : lines.map(({ text, words }) => `${text} ${words}`).join('；')
  return `${start}：${counts}。${verdictWords(only?.verdict, terms, kind)}`
}

function verdictWords(verdict: Verdict | undefined, { pass }: Terms, kind: BallotKind): string {
  if (!pass || kind.key === 'election') return ''
  const base = pass.of === 'entitled' ? '应到会' : '实到会'
  const share = pass.share.join() === '1,2' ? '半数' : `${pass.share[1]} 分之 ${pass.share[0]}`
  const isPassed = verdict === 'passed'
  return `赞成${isPassed ? '' : '未'}超过${base}有表决权人数的${share}，${isPassed ? '通过' : '未通过'}。`
}
