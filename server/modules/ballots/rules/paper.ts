import type { PaperCount, WrittenOpinions } from '@zhixing/contract'
import { isLine } from './slip.ts'
import type { Refusal, SlipRules } from './slip.ts'

type Line = PaperCount['lines'][number]
type Known = SlipRules & { readonly present: number; readonly seats: number | null }

/** Why the tellers' numbers cannot be true, or nothing if they can. */
export function refuseCount(paper: PaperCount, known: Known): Refusal | undefined {
  const { issued, returned, invalid } = paper
  if (issued > known.present)
    return { reason: 'ballots.issued', words: { 发出: issued, 实到: known.present } }
  if (returned > issued)
    return { reason: 'ballots.returned', words: { 收回: returned, 发出: issued } }
  if (invalid > returned)
    return { reason: 'ballots.invalid', words: { 无效: invalid, 收回: returned } }
  const valid = returned - invalid
  const wrong = refuseLines(paper.lines, known, valid, 'ballots.sum')
  if (wrong) return wrong
  const inFavour = paper.lines.reduce((sum, { counts }) => sum + (counts.inFavour ?? 0), 0)
  return known.seats !== null && inFavour > valid * known.seats
    ? { reason: 'ballots.seats', words: { 合计: inFavour, 有效: valid, 应选: known.seats } }
    : undefined
}

/** The same of what those who could not come had handed in; `absent` are those with a vote who are not there. */
export function refuseWritten(
  { memberIds, lines }: WrittenOpinions,
  known: SlipRules & { readonly absent: ReadonlySet<string>; readonly countsWritten: boolean },
): Refusal | undefined {
  if (!known.countsWritten) return { reason: 'ballots.written', words: {} }
  const writers = new Set(memberIds)
  if (writers.size < memberIds.length || memberIds.some((id) => !known.absent.has(id)))
    return { reason: 'ballots.writtenBy', words: {} }
  return refuseLines(lines, known, writers.size, 'ballots.writtenSum')
}

function refuseLines(
  lines: readonly Line[],
  known: SlipRules,
  valid: number,
  reason: 'ballots.sum' | 'ballots.writtenSum',
): Refusal | undefined {
  const seen = new Set<string>()
  for (const { key, counts } of lines) {
    if (!isLine(key, known) || seen.has(key))
      return { reason: 'ballots.line', words: { 票行: key } }
    seen.add(key)
    const sum = Object.values(counts).reduce((all, one) => all + one, 0)
    const 票行 = known.lines.find((line) => line.key === key)?.text ?? '另选人'
    if (sum > valid) {
      const words = { 票行, 合计: sum, 有效: valid, 人数: valid }
      return { reason, words }
    }
  }
  return undefined
}
