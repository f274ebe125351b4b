import type { BallotChoices, BallotLine, Reason } from '@zhixing/contract'
import { ballotMarks, ballotScales, othersPrefix } from '@zhixing/contract/ballot-words.ts'
import type { BallotMark } from '@zhixing/contract/ballot-words.ts'

export type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

/** What a slip must keep to. */
export type SlipRules = {
  readonly scale: keyof typeof ballotScales
  readonly lines: readonly BallotLine[]
  readonly most: { readonly mark: BallotMark; readonly count: number } | null
  /** Members who may be written in. */
  readonly others: ReadonlySet<string>
}

/** Why such a slip is not valid, or nothing if it is. A line left blank is an abstention; a slip left blank is none. */
export function refuseSlip(choices: BallotChoices, rules: SlipRules): Refusal | undefined {
  const marks: readonly BallotMark[] = ballotScales[rules.scale]
  const entries = Object.entries(choices)
  if (entries.length === 0) return { reason: 'ballots.blank', words: {} }
  for (const [key, mark] of entries) {
    if (!isLine(key, rules)) return { reason: 'ballots.line', words: { 票行: key } }
    const isOther = key.startsWith(othersPrefix)
    if (!marks.includes(mark) || (isOther && mark !== 'inFavour'))
      return { reason: 'ballots.mark', words: { 选项: ballotMarks[mark] } }
  }
  const { most } = rules
  const marked = entries.filter(([, mark]) => mark === most?.mark).length
  return most && marked > most.count
    ? {
        reason: 'ballots.most',
        words: { 选项: ballotMarks[most.mark], 上限: most.count, 个数: marked },
      }
    : undefined
}

export function isLine(key: string, { lines, others }: Pick<SlipRules, 'lines' | 'others'>) {
  return lines.some((line) => line.key === key) || others.has(otherOf(key) ?? '')
}

/** Whose name was written in on this line, if it is such a line. */
export function otherOf(key: string): string | undefined {
  return key.startsWith(othersPrefix) ? key.slice(othersPrefix.length) : undefined
}
