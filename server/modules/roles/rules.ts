import type { Reason } from '@zhixing/contract'
import type { roleStates } from '@zhixing/contract/role-words.ts'

export type State = keyof typeof roleStates

/** What is neither declined nor ended takes a seat. */
export function isLive(state: State): boolean {
  return state !== 'declined' && state !== 'ended'
}

type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

type Wish = {
  readonly title: string
  readonly seats: number
  readonly taken: number
  readonly isWithdrawn: boolean
  /** How many posts the same person has claimed this year. */
  readonly own: number
}
type Limit = { readonly value: number; readonly clause: string }

/** Why somebody may not claim a post, or nothing if they may. */
export function refuseClaim(wish: Wish, most: Limit): Refusal | undefined {
  const { title, seats, taken, isWithdrawn, own } = wish
  if (isWithdrawn) return { reason: 'roles.closed', words: { 名称: title } }
  if (own >= most.value) {
    const words = {
      名称: '每年最多认领岗位',
      上限: `${most.value} 个`,
      依据: most.clause,
      数量: own,
    }
    return { reason: 'roles.most', words }
  }
  return taken >= seats ? { reason: 'roles.full', words: { 名称: title, 名额: seats } } : undefined
}

/** From which states each thing may be done. */
export const allowed = {
  accept: ['assigned'],
  decide: ['claimed'],
  assess: ['held', 'assessed'],
  end: ['assigned', 'claimed', 'held'],
} as const satisfies Record<string, readonly State[]>
