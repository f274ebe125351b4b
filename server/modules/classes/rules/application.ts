import type { Reason } from '@zhixing/contract'
import type { Application } from '@zhixing/contract'
import { yuanWords } from './budget.ts'
import type { Line } from './budget.ts'

export type Refused = {
  readonly reason: Reason
  readonly words?: Readonly<Record<string, string | number>>
}

/** What is wrong with an application, whatever it costs. */
export function refuseApplication(
  { from, until, enrolBy, travelDays, routes, itinerary }: Application,
  travelDaysMax: number,
): Refused | undefined {
  const span = { 起: from, 止: until }
  if (until < from) return { reason: 'classes.span', words: span }
  if (enrolBy > from) return { reason: 'classes.enrolBy', words: { 截止: enrolBy, 起: from } }
  if (travelDays > travelDaysMax)
    return { reason: 'classes.travelDays', words: { 上限: travelDaysMax } }
  const isOutside = itinerary.some(({ day }) => day < from || day > until)
  if (isOutside || (routes.includes('tour') && itinerary.length === 0))
    return { reason: 'classes.tourPlan', words: span }
  return undefined
}

/** The first line above its cap, named with the cap. */
export function refuseLine(lines: readonly Line[]): Refused | undefined {
  const over = lines.find(({ isOver }) => isOver)
  if (!over) return undefined
  const { name, fen, capFen, sum, clause } = over
  const words = { 项目: name, 金额: yuanWords(fen), 上限: yuanWords(capFen) }
  return { reason: 'classes.over', words: { ...words, 算法: sum, 依据: clause } }
}
