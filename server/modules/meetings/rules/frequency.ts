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
  const planned = meetings.length - closed.length
  return {
    period: period.key,
    label: period.label,
    state: stateOf(period, { closed, planned }, owed),
    needed: owed.needed,
    held: closed.length,
    planned,
    remarks: remarksOf(period, closed, all),
    meetings: meetings.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime()),
  }
}

function stateOf(
  period: Period,
  { closed, planned }: { closed: readonly Meeting[]; planned: number },
  { needed, makeUpDays, today, since, until }: Owed,
): PeriodState {
  const isInTime = ({ startsAt }: Meeting) => dayOf(startsAt) <= period.until
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

/** Period by period over all lines: how many kept it and how many did not. What still goes on for some is left out. */
export function periodTallies(
  boards: readonly (readonly Pick<Cell, 'state' | 'period' | 'label'>[])[],
) {
  const byPeriod = Map.groupBy(boards.flat(), ({ period }) => period)
  return [...byPeriod].flatMap(([period, cells]) => {
    const { kept, over, lacking } = keptOf(cells)
    const owing = cells.filter(({ state }) => state !== 'none').length
    return over > 0 && over === owing
      ? [{ period, label: cells[0]?.label ?? '', kept, lacking }]
      : []
  })
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
