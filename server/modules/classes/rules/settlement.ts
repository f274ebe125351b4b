import type { Application } from '@zhixing/contract'
import { capLines, lecturerLine } from './budget.ts'
import type { FeeRules, Line } from './budget.ts'

export type Bill = {
  readonly line: 'lodging' | 'food' | 'venue' | 'other' | 'tour' | 'lecturer'
  readonly fen: number
  readonly payee: string
  readonly rank: Application['budget']['lecturers'][number]['rank']
  readonly hours: number
  readonly halfDays: number
}

type Spent = Pick<Application, 'from' | 'until' | 'travelDays' | 'feeClass' | 'itinerary'> & {
  /** Who came, not who was planned. */
  readonly people: number
  readonly bills: readonly Bill[]
}

/** What was spent beside what the rules allow for those who came; a lecturer's bills are judged together. */
export function spentLines({ bills, ...facts }: Spent, rules: FeeRules): Line[] {
  const sum = (line: Bill['line']) =>
    bills.reduce((total, bill) => total + (bill.line === line ? bill.fen : 0), 0)
  const budget = {
    lodging: sum('lodging'),
    food: sum('food'),
    venue: sum('venue'),
    other: sum('other'),
    tour: sum('tour'),
    lecturers: [],
  }
  const lectures = bills.filter(({ line }) => line === 'lecturer')
  const byLecturer = Map.groupBy(lectures, ({ payee, rank }) => `${payee} ${rank}`)
  const lecturers = [...byLecturer.values()].flatMap((own) => {
    const [first] = own
    const total = (of: 'hours' | 'halfDays' | 'fen') => own.reduce((all, bill) => all + bill[of], 0)
    if (!first) return []
    const { payee: name, rank } = first
    return [{ name, rank, hours: total('hours'), halfDays: total('halfDays'), fen: total('fen') }]
  })
  return [
    ...capLines({ ...facts, budget }, rules),
    ...lecturers.map((one) => lecturerLine(one, rules)),
  ]
}
