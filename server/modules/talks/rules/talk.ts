import type { Reason } from '@zhixing/contract'
import type { talkStates } from '@zhixing/contract/talk-words.ts'
import { addDays } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type State = keyof typeof talkStates

type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

/** Whether something about a talk should have happened before the day. */
export function isLate(
  { state, plannedOn, followUpOn }: { state: State; plannedOn: Day; followUpOn: Day | null },
  day: Day,
): boolean {
  if (state === 'planned') return plannedOn < day
  return state === 'following' && followUpOn !== null && followUpOn < day
}

type Limit = { readonly value: number; readonly clause: string }

/** Why somebody may not be looked after again on a day, or nothing if they may: after the talk, and not too late. */
export function refuseFollowUp(after: Day, on: Day, most: Limit): Refusal | undefined {
  if (on <= after) return { reason: 'talks.order', words: { 日期: after } }
  const last = addDays(after, most.value)
  return on <= last
    ? undefined
    : {
        reason: 'talks.late',
        words: { 名称: '谈话后跟进', 上限: `${most.value} 天`, 依据: most.clause, 日期: last },
      }
}

/** Whether a talk is still reason enough not to be asked for another. */
export function isRecent(
  { state, closedOn }: { state: State; closedOn: Day | null },
  day: Day,
  againDays: number,
): boolean {
  if (state === 'planned' || state === 'following') return true
  return state === 'closed' && closedOn !== null && addDays(closedOn, againDays) > day
}
