import type { Reason } from '@zhixing/contract'
import { yearOf } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'
import { monthDay } from '../../kernel/words.ts'

type Item = {
  readonly itemId: string
  readonly title: string
  readonly minutes: number | null
  readonly dueOn: Day
}
type Study = { readonly itemId: string | null; readonly minutes: number }
type Refused = { readonly reason: Reason; readonly words: Record<string, string | number> }

/** How far an item is: by time where time was planned, otherwise by having been done. */
export function stateOf<I extends Item>(item: I, studies: readonly Study[], today: Day) {
  const own = studies.filter(({ itemId }) => itemId === item.itemId)
  const doneMinutes = own.reduce((sum, { minutes }) => sum + minutes, 0)
  const isDone = own.length > 0 && doneMinutes >= (item.minutes ?? 0)
  return {
    ...item,
    doneMinutes,
    times: own.length,
    isDone,
    isOverdue: !isDone && item.dueOn < today,
  }
}

/** Why such a plan may not be kept. What was studied already stays in it. */
export function refusePlan(
  items: readonly Item[],
  {
    year,
    studies,
    before,
    submit,
  }: {
    readonly year: number
    readonly studies: readonly Study[]
    readonly before: readonly Item[]
    readonly submit: boolean
  },
): Refused | undefined {
  if (new Set(items.map(({ itemId }) => itemId)).size < items.length)
    return { reason: 'leaders.itemTwice', words: {} }
  const strange = items.find(({ dueOn }) => yearOf(dueOn) !== year)
  if (strange)
    return {
      reason: 'leaders.itemYear',
      words: { 事项: strange.title, 日期: strange.dueOn, 年份: year },
    }
  const lost = before.find(
    ({ itemId }) =>
      studies.some((one) => one.itemId === itemId) && !items.some((one) => one.itemId === itemId),
  )
  if (lost) return { reason: 'leaders.itemStudied', words: { 事项: lost.title } }
  return submit && items.length === 0 ? { reason: 'leaders.empty', words: {} } : undefined
}

type Standing = {
  readonly points: number
  readonly visits: number
  readonly lessons: number
  readonly planState: 'none' | 'draft' | 'submitted'
  readonly overdue: number
  /** The year is over or nearly: from when on too little is too little. */
  readonly isLate: boolean
}

/** What a department should ask about, in the order in which it asks. */
export function lacksOf(
  { points, visits, lessons, planState, overdue, isLate }: Standing,
  due: { readonly visits: number; readonly lessons: number },
): string[] {
  const isAway = points > 0 && isLate
  return [
    ...(points === 0 ? ['没有联系支部'] : []),
    ...(isAway && visits < due.visits ? [`到联系支部 ${visits}/${due.visits} 次`] : []),
    ...(isAway && lessons < due.lessons ? [`在联系支部讲课 ${lessons}/${due.lessons} 次`] : []),
    ...(planState === 'none' ? ['没有学习计划'] : []),
    ...(planState === 'draft' ? ['学习计划没有报送'] : []),
    ...(overdue > 0 ? [`${overdue} 项学习逾期`] : []),
  ]
}

/** Before the last quarter, too little may still become enough. */
export function isLateIn(year: number, today: Day): boolean {
  return today >= `${year}-10-01`
}

export function assignedWords(branch: string, from: Day): string {
  return `自${monthDay(from)}起，由您联系${branch}。请到支部参加组织生活、讲党课，活动由支部记入记录。`
}
