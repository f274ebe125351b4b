import type { issueStates, movementKinds, orderStates } from '@zhixing/contract/material-words.ts'

type Order = {
  readonly copies: number
  readonly arrived: number
  readonly endedOn: string | null
}

export function orderStateOf({ copies, arrived, endedOn }: Order): keyof typeof orderStates {
  if (endedOn) return 'ended'
  return arrived >= copies ? 'arrived' : 'open'
}

/** Still not complete on the day it was due. */
export function isLate(order: Order & { readonly dueOn: string }, today: string): boolean {
  return orderStateOf(order) === 'open' && order.dueOn < today
}

/** What has an opposite of its own is not reversed, and a reversal stays. */
export function isReversible(kind: keyof typeof movementKinds): boolean {
  return kind === 'arrived' || kind === 'lost'
}

type Standing = {
  readonly state: keyof typeof issueStates
  readonly memberId: string | null
  /** Whether the reader may receive there, and may send here. */
  readonly isReceiver: boolean
  readonly isSender: boolean
}

/** What the reader may do with an issue now. A member acknowledges alone. */
export function stepsOf({ state, memberId, isReceiver, isSender }: Standing) {
  if (state !== 'sent') return []
  const confirm = isReceiver && memberId === null ? (['confirm'] as const) : []
  const withdraw = isSender ? (['withdraw'] as const) : []
  return [...confirm, ...withdraw]
}
