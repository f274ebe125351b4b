import { majorityOf } from './vote.ts'

export type Ballot = {
  readonly entitled: number
  readonly present: number
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
}

/** Why a selection cannot have been voted so; nothing where it can. */
export function refuseBallot({ entitled, present, inFavour, against, abstained }: Ballot) {
  if (present > entitled)
    return { reason: 'development.voteNobody', words: { 合计: present, 应到: entitled } } as const
  if (present < majorityOf(entitled))
    return { reason: 'development.votePresent', words: { 应到: entitled, 实到: present } } as const
  const cast = inFavour + against + abstained
  if (cast > present)
    return { reason: 'development.voteMany', words: { 合计: cast, 可投: present } } as const
  return undefined
}

export function isSelected({ entitled, inFavour }: Ballot): boolean {
  return inFavour >= majorityOf(entitled)
}

export function sayBallot(ballot: Ballot): string {
  const { entitled, present, inFavour, against, abstained } = ballot
  const verdict = isSelected(ballot) ? '过半数，选为入党积极分子人选' : '没有过半数，未选上'
  return `应到会 ${entitled} 人，实到 ${present} 人，赞成 ${inFavour} 票，反对 ${against} 票，弃权 ${abstained} 票，${verdict}`
}

type Practice = { readonly isRecommended: boolean; readonly recommendations: readonly string[] }
type Entry = {
  readonly kind: string
  readonly text: string
  readonly facts: Readonly<Record<string, number | string>>
}

/** Who of those asked has recommended somebody, and what the last selection came to. */
export function recommendedBy(practice: Practice, entries: readonly Entry[]) {
  const last = entries.findLast(({ kind }) => kind === 'selection')
  return {
    isAsked: practice.isRecommended,
    sources: practice.recommendations.map((name) => ({
      name,
      text:
        entries.findLast(({ kind, facts }) => kind === 'recommendation' && facts['source'] === name)
          ?.text ?? null,
    })),
    selection: last?.text ?? null,
    isSelected: last?.facts['isPassed'] === 1,
  }
}

/** What is still to be had before somebody may become an activist, where the place asks for it. */
export function recommendationLacks({
  isAsked,
  sources,
  isSelected: chosen,
}: ReturnType<typeof recommendedBy>): string[] {
  if (!isAsked) return []
  const silent = sources.filter(({ text }) => text === null).map(({ name }) => name)
  return chosen ? silent : [...silent, '过半数的择优票决']
}
