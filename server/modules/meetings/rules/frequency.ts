import { addDays, dayOf, daysBetween } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import { holds } from './periods.ts'
import type { Period } from './periods.ts'

export type MeetingState = 'planned' | 'called' | 'begun' | 'closed' | 'cancelled'
export type PeriodState =
  | 'kept'
  | 'madeUp'
  | 'planned'
  | 'open'
  | 'makeUp'
  | 'missing'
  | 'ahead'
  | 'none'

/** What a frequency board has to know of one meeting. */
export type Meeting = {
  readonly unitId: string
  readonly activityId: string
  readonly title: string
  readonly month: Month
  readonly startsAt: Date
  readonly state: MeetingState
  readonly closedAt: Date | null
  readonly isLate: boolean
}

/** What its state follows from. */
type Held = Pick<Meeting, 'month' | 'startsAt' | 'state'>

export type Owed = {
  readonly needed: number
  readonly makeUpDays: number
  readonly today: Day
  /** The branch did not exist before, or does not exist any more. */
  readonly since: Day | null
  readonly until: Day | null
}

export type Cell = {
  readonly period: string
  readonly label: string
  readonly state: PeriodState
  readonly needed: number
  readonly held: number
  readonly planned: number
  readonly remarks: readonly string[]
  readonly meetings: readonly Meeting[]
}

const bulkFrom = 3
const oldAfterDays = 7

/** What became of one period for one kind; `all` is whatever the branch held, to see what was written in bulk. */
export function cellOf(
  period: Period,
  { own, all }: { readonly own: readonly Meeting[]; readonly all: readonly Meeting[] },
  owed: Owed,
): Cell {
  const meetings = own.filter(({ month, state }) => state !== 'cancelled' && holds(period, month))
  const closed = meetings.filter(({ state }) => state === 'closed')
  return {
    ...tallyOf(period, own, owed),
    remarks: remarksOf(period, closed, all),
    meetings: meetings.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime()),
  }
}

/** The same without a word on any single meeting: all that sums over many branches need. */
export function tallyOf(period: Period, own: readonly Held[], owed: Owed) {
  const there = own.filter(({ month, state }) => state !== 'cancelled' && holds(period, month))
  const closed = there.filter(({ state }) => state === 'closed')
  const planned = there.length - closed.length
  return {
    period: period.key,
    label: period.label,
    state: stateOf(period, { closed, planned }, owed),
    needed: owed.needed,
    held: closed.length,
    planned,
  }
}

function stateOf(
  period: Period,
  { closed, planned }: { closed: readonly Held[]; planned: number },
  { needed, makeUpDays, today, since, until }: Owed,
): PeriodState {
  const isInTime = ({ startsAt }: Held) => dayOf(startsAt) <= period.until
  if (closed.length >= needed && closed.length > 0)
    return closed.filter(isInTime).length >= needed ? 'kept' : 'madeUp'
  const isOutside = (since && since > period.until) || (until && until <= period.from)
  if (needed === 0 || isOutside) return 'none'
  if (today < period.from) return planned > 0 ? 'planned' : 'ahead'
  if (today <= period.until) return planned > 0 ? 'planned' : 'open'
  if (today <= addDays(period.until, makeUpDays)) return planned > 0 ? 'planned' : 'makeUp'
  return 'missing'
}

/** What a check should look at twice: made up afterwards, closed late, written down in bulk. */
function remarksOf(period: Period, closed: readonly Meeting[], all: readonly Meeting[]): string[] {
  const madeUp = closed.filter(({ startsAt }) => dayOf(startsAt) > period.until).length
  const late = closed.filter(({ isLate }) => isLate).length
  const bulk = closed.filter((meeting) => isInBulk(meeting, all)).length
  return [
    ...(madeUp > 0 ? [`${madeUp} 次为期满后补开`] : []),
    ...(late > 0 ? [`${late} 次逾期补录`] : []),
    ...(bulk > 0 ? [`${bulk} 次与其他记录同日集中补录`] : []),
  ]
}

/** Three or more old records that were closed on one day: filled in before an inspection rather than kept. */
export function isInBulk(meeting: Meeting, all: readonly Meeting[]): boolean {
  const { closedAt } = meeting
  if (!closedAt || !isOld(meeting)) return false
  const day = dayOf(closedAt)
  return all.filter((one) => isClosedOn(one, day) && isOld(one)).length >= bulkFrom
}

function isOld({ closedAt, startsAt }: Meeting): boolean {
  return closedAt !== null && daysBetween(dayOf(startsAt), dayOf(closedAt)) > oldAfterDays
}

function isClosedOn({ closedAt }: Meeting, day: Day): boolean {
  return closedAt !== null && dayOf(closedAt) === day
}

/** Of the periods that are over, how many were kept, in time or made up. */
export function keptOf(cells: readonly Pick<Cell, 'state'>[]) {
  const kept = cells.filter(({ state }) => state === 'kept' || state === 'madeUp').length
  const missing = cells.filter(({ state }) => state === 'missing').length
  return { kept, over: kept + missing, lacking: missing }
}

type Told = Pick<Cell, 'state' | 'period' | 'label'>

/** Period by period over all lines, as many at a time as one likes: how many kept it and how many did not. */
export function periodTallies() {
  const tallies = new Map<string, { label: string; owing: number; kept: number; lacking: number }>()
  return {
    add(cells: readonly Told[]): void {
      for (const cell of cells) {
        const { period, label, state } = cell
        const sum = tallies.get(period) ?? { label, owing: 0, kept: 0, lacking: 0 }
        const { kept, lacking } = keptOf([cell])
        tallies.set(period, {
          label,
          owing: sum.owing + (state === 'none' ? 0 : 1),
          kept: sum.kept + kept,
          lacking: sum.lacking + lacking,
        })
      }
    },
    /** What still goes on for some is left out. */
    over: () =>
      [...tallies].flatMap(([period, { label, owing, kept, lacking }]) =>
        kept + lacking > 0 && kept + lacking === owing ? [{ period, label, kept, lacking }] : [],
      ),
  }
}

/** What an activity is now, for lists. */
export function meetingState(facts: {
  readonly isClosed: boolean
  readonly isCancelled: boolean
  readonly isCalled: boolean
  readonly hasBegun: boolean
}): MeetingState {
  if (facts.isCancelled) return 'cancelled'
  if (facts.isClosed) return 'closed'
  if (facts.hasBegun) return 'begun'
  return facts.isCalled ? 'called' : 'planned'
}
