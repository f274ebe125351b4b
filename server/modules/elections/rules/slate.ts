import type { Reason } from '@zhixing/contract'
import type { electionScopes } from '@zhixing/contract/election-words.ts'

export type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}
type Share = readonly [part: number, whole: number]
type Limit<V> = { readonly value: V; readonly clause: string }
type Slate = {
  readonly scope: keyof typeof electionScopes
  readonly seats: number
  readonly memberIds: readonly string[]
}
type Limits = {
  readonly least: Limit<number>
  readonly most: Limit<number>
  readonly surplus: Limit<Share>
}

/** 差额选举: so many candidates at least; a secretary whom all members elect may stand alone. */
export function leastCandidates({ scope, seats }: Pick<Slate, 'scope' | 'seats'>, surplus: Share) {
  if (scope === 'secretary') return seats
  const [part, whole] = surplus
  return seats + Math.ceil((seats * part) / whole)
}

/** Why such a slate may not be put forward, or nothing if it may. */
export function refuseSlate(slate: Slate, { least, most, surplus }: Limits): Refusal | undefined {
  const { scope, seats, memberIds } = slate
  if (new Set(memberIds).size < memberIds.length) return { reason: 'elections.twice', words: {} }
  if (scope === 'secretary' && seats !== 1) return { reason: 'elections.one', words: {} }
  if (scope === 'committee' && (seats < least.value || seats > most.value)) {
    const words = { 下限: least.value, 上限: most.value, 依据: most.clause, 应选: seats }
    return { reason: 'elections.seats', words }
  }
  const 至少 = leastCandidates(slate, surplus.value)
  const [part, whole] = surplus.value
  return memberIds.length < 至少
    ? {
        reason: 'elections.surplus',
        words: {
          应选: seats,
          至少,
          人数: memberIds.length,
          比例: `${whole} 分之 ${part}`,
          依据: surplus.clause,
        },
      }
    : undefined
}
