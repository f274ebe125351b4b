import type { Application } from '@zhixing/contract'
import { dailyLines, feeClasses, lecturerRanks } from '@zhixing/contract/class-words.ts'
import { daysBetween } from '../../../kernel/calendar.ts'

/** The parameters that a budget is judged by, as they are kept. */
export const feeKeys = [
  'class.cost.day.first',
  'class.cost.day.second',
  'class.cost.day.third',
  'class.cost.long.after',
  'class.cost.long.share',
  'class.travel_days.max',
  'class.cost.tour.day',
  'lecturer.fee.hour.none',
  'lecturer.fee.hour.associate',
  'lecturer.fee.hour.senior',
  'lecturer.fee.hour.academician',
  'lecturer.fee.half_day.hours',
] as const
export type FeeKey = (typeof feeKeys)[number]

export type FeeRule<Value> = { readonly value: Value; readonly clause: string }
export type FeeRules = {
  readonly [K in Exclude<FeeKey, 'class.cost.long.share'>]: FeeRule<number>
} & { readonly 'class.cost.long.share': FeeRule<readonly [number, number]> }

export type Priced = Pick<
  Application,
  'from' | 'until' | 'travelDays' | 'people' | 'feeClass' | 'budget' | 'itinerary'
>

export type Line = {
  readonly name: string
  readonly fen: number
  readonly capFen: number
  readonly isOver: boolean
  readonly sum: string
  readonly clause: string
}

/** All that an application means to spend. */
export function plannedFen({ lecturers, ...daily }: Application['budget']): number {
  const fees = lecturers.map(({ fen }) => fen)
  return [...Object.values(daily), ...fees].reduce((sum, fen) => sum + fen, 0)
}

/** Each line of a budget beside its cap: the daily sum as a whole, tours, and every lecturer. */
export function capLines(priced: Priced, rules: FeeRules): Line[] {
  const { tour, lecturers } = priced.budget
  return [
    dailyLine(priced, rules),
    ...(tour > 0 || priced.itinerary.length > 0 ? [tourLine(priced, rules)] : []),
    ...lecturers.map((one) => lecturerLine(one, rules)),
  ]
}

/** Items may be moved about inside the total; days beyond the thirtieth count for less. */
function dailyLine({ budget, people, feeClass, ...span }: Priced, rules: FeeRules): Line {
  const { value: yuan, clause } = rules[`class.cost.day.${feeClass}`]
  const after = rules['class.cost.long.after'].value
  const [part, whole] = rules['class.cost.long.share'].value
  const days = daysBetween(span.from, span.until) + 1 + span.travelDays
  const [full, long] = [Math.min(days, after), Math.max(0, days - after)]
  const capFen = Math.floor(yuan * 100 * people * (full + (long * part) / whole))
  const share = `${Math.round((part / whole) * 100)}%`
  const sum = `${feeClasses[feeClass]}每人每天 ${yuan} 元 × ${people} 人 × ${full} 天`
  return line({
    name: '综合定额',
    fen: dailyLines.reduce((total, key) => total + budget[key], 0),
    capFen,
    sum: long > 0 ? `${sum}，另 ${long} 天按 ${share}` : sum,
    clause,
  })
}

function tourLine({ budget, people, itinerary }: Priced, rules: FeeRules): Line {
  const { value: yuan, clause } = rules['class.cost.tour.day']
  const days = new Set(itinerary.map(({ day }) => day)).size
  return line({
    name: '外出考察费',
    fen: budget.tour,
    capFen: yuan * 100 * people * days,
    sum: `每人每天 ${yuan} 元 × ${people} 人 × 行程 ${days} 天`,
    clause,
  })
}

/** By the hour of teaching, and no more hours than a half day may have. */
export function lecturerLine(
  { name, rank, hours, halfDays, fen }: Application['budget']['lecturers'][number],
  rules: FeeRules,
): Line {
  const { value: yuan, clause } = rules[`lecturer.fee.hour.${rank}`]
  const most = rules['lecturer.fee.half_day.hours'].value
  const counted = Math.min(hours, halfDays * most)
  const sum = `${lecturerRanks[rank]}每学时 ${yuan} 元 × ${counted} 学时`
  return line({
    name: `讲课费（${name}）`,
    fen,
    capFen: Math.floor(yuan * 100 * counted),
    sum: counted < hours ? `${sum}，半天最多计 ${most} 学时，报了 ${hours} 学时` : sum,
    clause,
  })
}

export function line(facts: Omit<Line, 'isOver'>): Line {
  return { ...facts, isOver: facts.fen > facts.capFen }
}

/** 123450 fen → "1,234.50". */
export function yuanWords(fen: number): string {
  return new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(fen / 100)
}
