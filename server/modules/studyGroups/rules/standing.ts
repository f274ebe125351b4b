import type { filingStates, quarterStates, studyPlanStates } from '@zhixing/contract/study-words.ts'
import { addDays, dayOf, quarterOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { halfDaysOf, stateOf, wasHeld } from './session.ts'
import type { Form } from './session.ts'

/** What is known of one sitting for everything that is counted. */
export type Sitting = {
  readonly form: Form
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelledAt: Date | null
  readonly reportedAt: Date | null
  readonly isClosed: boolean
  readonly isLate: boolean
  readonly due: number
  readonly present: number
  readonly observed: number
  readonly scores: readonly number[]
  readonly hearing: string
  readonly dueOn: Day
}

export type Demands = {
  /** Discussions of each quarter, as the rule of its last day says. */
  readonly quarters: readonly number[]
  readonly days: number
  readonly attendance: readonly [number, number]
  readonly filingDays: number
}

export const quartersOf = [1, 2, 3, 4] as const
type QuarterState = keyof typeof quarterStates

/** Four quarters: what was discussed in each, and what that means on this day. */
export function quarterStandings(
  sittings: readonly Sitting[],
  {
    year,
    demands,
    today,
  }: { readonly year: number; readonly demands: Demands; readonly today: Day },
) {
  const discussed = sittings
    .filter((one) => one.form === 'discussion' && wasHeld(one))
    .map(({ startsAt }) => quarterOf(dayOf(startsAt)))
  return quartersOf.map((quarter) => {
    const held = discussed.filter((one) => one === quarter).length
    const needed = demands.quarters[quarter - 1] ?? 0
    return { quarter, held, needed, state: stateOfQuarter({ held, needed, year, quarter, today }) }
  })
}

function stateOfQuarter(facts: {
  held: number
  needed: number
  year: number
  quarter: number
  today: Day
}): QuarterState {
  const { held, needed, year, quarter, today } = facts
  if (held >= needed) return 'kept'
  const here = yearOf(today) * 4 + quarterOf(today)
  const there = year * 4 + quarter
  if (there > here) return 'ahead'
  return there === here ? 'open' : 'missing'
}

/** Sums over the sittings that took place. */
export function sumsOf(sittings: readonly Sitting[], now: Date) {
  const held = sittings.filter(wasHeld)
  const sum = (of: (one: Sitting) => number) => held.reduce((all, one) => all + of(one), 0)
  const states = sittings.map((one) => stateOf(one, one.dueOn, now))
  return {
    held: held.length,
    discussions: held.filter(({ form }) => form === 'discussion').length,
    halfDays: sum(halfDaysOf),
    due: sum(({ due }) => due),
    present: sum(({ present }) => present),
    observed: sittings.reduce((all, one) => all + one.observed, 0),
    reported: states.filter((state) => state === 'reported').length,
    inTime: sittings.filter(({ reportedAt, isLate }) => reportedAt !== null && !isLate).length,
    late: sittings.filter(({ isLate }) => isLate).length,
    overdue: states.filter((state) => state === 'overdue').length,
    hearings: held.filter(({ hearing }) => hearing !== '').length,
  }
}

/** 0.9 → present must be at least nine tenths of due; nobody due is enough. */
export function isAttended(
  { due, present }: { readonly due: number; readonly present: number },
  [part, whole]: readonly [number, number],
): boolean {
  return present * whole >= due * part
}

type Plan = { readonly adoptedOn: Day | null } | undefined

export function planState(plan: Plan): keyof typeof studyPlanStates {
  if (!plan) return 'none'
  return plan.adoptedOn ? 'adopted' : 'draft'
}

/** The last day of January, where the rule says 31 days. */
export function filingDueOn(year: number, days: number): Day {
  return addDays(`${String(year)}-01-01`, days - 1)
}

export function filingState(
  filing: { readonly receivedAt: Date | null } | undefined,
  dueOn: Day,
  today: Day,
): keyof typeof filingStates {
  if (filing) return filing.receivedAt ? 'received' : 'filed'
  return today > dueOn ? 'late' : 'none'
}
