import type { Reason } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'

type Words = {
  readonly isMet: boolean
  readonly delivered: readonly string[]
  readonly minutes: number
  readonly note: string
  readonly witness: {
    readonly name: string
    readonly relation: string
    readonly signature: string
  } | null
}

/** Whether two tellings of a visit say the same, whatever the order of their ticks. */
export function saysTheSame(one: Words, other: Words): boolean {
  return textOf(one) === textOf(other)
}

function textOf({ isMet, delivered, minutes, note, witness }: Words): string {
  const { name = '', relation = '', signature = '' } = witness ?? {}
  return JSON.stringify([isMet, delivered.toSorted(), minutes, note, name, relation, signature])
}

type Round = {
  readonly from: Day
  readonly endedOn: Day | null
  readonly items: readonly { readonly id: string }[]
}

type Refusal = { readonly reason: Reason; readonly words?: Readonly<Record<string, string>> }

/** Why a record of that day cannot belong to the round, or nothing. */
export function refuseCapture(words: Words, day: Day, round: Round): Refusal | undefined {
  const { from, endedOn, items } = round
  if (words.isMet && words.minutes < 1) return { reason: 'outreach.minutes' }
  if (day < from) return { reason: 'outreach.beforeRound', words: { 上门日期: day, 开始: from } }
  if (endedOn !== null && day > endedOn)
    return { reason: 'outreach.afterEnd', words: { 上门日期: day, 日期: endedOn } }
  const known = new Set(items.map(({ id }) => id))
  return words.delivered.every((id) => known.has(id))
    ? undefined
    : { reason: 'outreach.itemUnknown' }
}

/** A phone whose clock is ahead was there no later than now. */
export function momentOf(at: Date, now: Date): Date {
  return at > now ? now : at
}
