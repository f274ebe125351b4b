import type { Sitting } from './standing.ts'
import { isAttended, sumsOf } from './standing.ts'

export const halfWords = { 1: '上半年', 2: '下半年' } as const

/** First and last day. */
export function spanOfHalf(year: number, half: number) {
  return half === 1
    ? { from: `${String(year)}-01-01`, until: `${String(year)}-06-30` }
    : { from: `${String(year)}-07-01`, until: `${String(year)}-12-31` }
}

type Named = { readonly groupId: string; readonly name: string }
type Asked = { readonly discussions: number; readonly attendance: readonly [number, number] }

/** One group's line: the numbers, and in words what is short of the rules. */
export function bulletinRow(group: Named, sittings: readonly Sitting[], asked: Asked, now: Date) {
  const { held, discussions, due, present, inTime, late, overdue, observed } = sumsOf(sittings, now)
  const scores = sittings.flatMap((one) => one.scores)
  const isShort = discussions < asked.discussions
  const lacks = [
    ...(isShort ? [`集体研讨少 ${String(asked.discussions - discussions)} 次`] : []),
    ...(isAttended({ due, present }, asked.attendance) ? [] : ['到会率不足']),
    ...(late + overdue > 0 ? [`一学一报迟报、未报 ${String(late + overdue)} 次`] : []),
  ]
  return {
    ...group,
    held,
    discussions,
    discussionsNeeded: asked.discussions,
    due,
    present,
    inTime,
    late: late + overdue,
    observed,
    score:
      scores.length === 0 ? null : Math.round(scores.reduce((a, b) => a + b, 0) / scores.length),
    remark: lacks.length > 0 ? lacks.join('；') : '按要求开展',
  }
}
