import type { visitStates } from '@zhixing/contract/outreach-words.ts'

type Word = {
  readonly personId: string
  readonly isMet: boolean
  readonly minutes: number
  readonly witness: { readonly relation: string } | null
}

type Confirmation = {
  readonly personId: string
  readonly as: 'visitor' | 'member'
  readonly isTrue: boolean
}

/** All that has been said about one visit, in whatever order it came in. */
export type Said = {
  readonly words: readonly Word[]
  readonly confirmations: readonly Confirmation[]
  readonly settled: {
    readonly isMet: boolean
    readonly minutes: number
    readonly by: string
  } | null
}

export type Judged = {
  readonly state: keyof typeof visitStates
  readonly minutes: number
  readonly attested: number
  readonly because: string
}

/**
 * What becomes of a visit. The answer depends on what was said and by whom, never on what came in first: phones find
 * the network when they find it. Where lengths differ, the shorter one counts.
 */
export function judgeVisit(said: Said, needed: number): Judged {
  const { confirmations, settled } = said
  const words = [...Map.groupBy(said.words, ({ personId }) => personId).values()].map(oneWordOf)
  const met = words.filter(({ isMet }) => isMet)
  const attested = attestationsOf(met, confirmations)
  if (settled) {
    const { isMet, minutes, by } = settled
    return isMet
      ? { state: 'attested', minutes, attested, because: `${by}认定属实` }
      : { state: 'refused', minutes: 0, attested, because: `${by}认定没有上门` }
  }
  const none = { minutes: 0, attested }
  if (confirmations.some(({ isTrue }) => !isTrue))
    return { ...none, state: 'disputed', because: '有人说不属实，请没有上门的同志认定' }
  if (met.length === 0) return { ...none, state: 'absent', because: '到了家门，没有见到本人' }
  if (met.length < words.length)
    return {
      ...none,
      state: 'disputed',
      because: '有的说见到本人，有的说没有，请没有上门的同志认定',
    }

  const lengths = met.map(({ minutes }) => minutes)
  const minutes = Math.min(...lengths)
  const differ = minutes < Math.max(...lengths) ? `，时长说法不同，按短的 ${minutes} 分钟计` : ''
  return attested >= needed
    ? { state: 'attested', minutes, attested, because: `除登记人外有 ${attested} 人确认${differ}` }
    : {
        state: 'captured',
        minutes,
        attested,
        because: `还差 ${needed - attested} 人确认${differ}`,
      }
}

/** Somebody who knocked in vain and came again has met them; of two tellings of one person the longer is the whole. */
function oneWordOf(words: readonly Word[]) {
  const met = words.filter(({ isMet }) => isMet)
  return {
    personId: words[0]?.personId ?? '',
    isMet: met.length > 0,
    minutes: Math.max(0, ...met.map(({ minutes }) => minutes)),
    relations: met.flatMap(({ witness }) => witness?.relation ?? []),
  }
}

/** Whoever says so besides the first: other visitors, the member, and the family at the door. */
function attestationsOf(
  met: readonly ReturnType<typeof oneWordOf>[],
  confirmations: readonly Confirmation[],
): number {
  const agreeing = confirmations.filter(({ isTrue }) => isTrue)
  const visitors = new Set([
    ...met.map(({ personId }) => personId),
    ...agreeing.filter(({ as }) => as === 'visitor').map(({ personId }) => personId),
  ])
  const relations = met.flatMap((word) => word.relations)
  const byMember = relations.includes('self') || agreeing.some(({ as }) => as === 'member')
  const byFamily = relations.some((relation) => relation !== 'self')
  return Math.max(visitors.size - 1, 0) + Number(byMember) + Number(byFamily)
}
