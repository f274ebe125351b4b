import {
  addDays,
  dayOf,
  daysBetween,
  holidayOn,
  isWeekend,
  isWorkday,
  startOf,
} from '../../../kernel/calendar.ts'
import type { Day, Holidays } from '../../../kernel/calendar.ts'

const minute = 60_000

/** A stretch of time that is taken: by whom, and where. */
export type Taken = {
  readonly title: string
  readonly from: number
  readonly until: number
  /** Branches whose members are there. */
  readonly organizationIds: readonly string[]
  readonly personIds: readonly string[]
  /** "unit:name of the room"; nothing where none is named. */
  readonly place: string
}

/** What wants a time: who has to be free, where, how long, and on which days it may lie. */
export type Wanted = {
  readonly organizationId: string
  readonly personIds: readonly string[]
  readonly place: string
  readonly minutes: number
  readonly earliest: Day
  readonly latest: Day
  readonly preferred: Day
  /** "09:00", the usual one first. */
  readonly clocks: readonly string[]
  /** Weekends are as good as other days, where people till the fields during the week. */
  readonly mayWeekend: boolean
  /** Said from above or by a rule: the day is what matters, also where the branch meets on it already. */
  readonly isFixed: boolean
}

export type Slot = { readonly day: Day; readonly clock: string }

/** Why nobody can meet then, or nothing if they can. */
export function clashOf(wanted: Wanted, slot: Slot, taken: readonly Taken[]): string | undefined {
  const from = momentOf(slot)
  const until = from + wanted.minutes * minute
  const found = taken.find((one) => one.from < until && from < one.until && isShared(wanted, one))
  if (!found) return undefined
  if (found.organizationIds.includes(wanted.organizationId))
    return `本支部党员同时在“${found.title}”`
  if (found.personIds.some((id) => wanted.personIds.includes(id)))
    return `支部委员或授课人同时在“${found.title}”`
  return `场地同时用于“${found.title}”`
}

function isShared({ organizationId, personIds, place }: Wanted, taken: Taken): boolean {
  return (
    taken.organizationIds.includes(organizationId) ||
    taken.personIds.some((id) => personIds.includes(id)) ||
    (place !== '' && place === taken.place)
  )
}

export function momentOf({ day, clock }: Slot): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return startOf(day).getTime() + (hours * 60 + minutes) * minute
}

/** A room as its unit calls it; two units may each have a room of that name. */
export function placeKey(unitId: string, name: string): string {
  return name === '' ? '' : `${unitId}:${name}`
}

/** "09:00" of a moment, in Shanghai. */
export function clockOf(moment: Date): string {
  const minutes = Math.floor((moment.getTime() - startOf(dayOf(moment)).getTime()) / minute)
  return [Math.floor(minutes / 60), minutes % 60]
    .map((number) => String(number).padStart(2, '0'))
    .join(':')
}

/**
 * The slot that comes nearest to the preferred day: days of work before weekends, never a holiday unless there is no
 * other day, and rather a day on which the branch does not meet anyway. Nothing where every day is taken.
 */
export function findSlot(
  wanted: Wanted,
  taken: readonly Taken[],
  holidays: Holidays,
): Slot | undefined {
  const days = daysOf(wanted)
  const busy = new Set(
    (wanted.isFixed ? [] : taken)
      .filter(({ organizationIds }) => organizationIds.includes(wanted.organizationId))
      .map(({ from }) => Math.floor((from + 8 * 3_600_000) / 86_400_000)),
  )
  const cost = (day: Day) =>
    Math.abs(daysBetween(wanted.preferred, day)) +
    (busy.has(Math.floor(Date.parse(day) / 86_400_000)) ? sameDayCost : 0) +
    restCost(wanted, day, holidays)
  const sorted = days.toSorted((one, other) => cost(one) - cost(other) || (one < other ? -1 : 1))
  for (const day of sorted)
    for (const clock of wanted.clocks)
      if (!clashOf(wanted, { day, clock }, taken)) return { day, clock }
  return undefined
}

const sameDayCost = 3
const weekendCost = 100
const holidayCost = 1_000

function restCost({ mayWeekend }: Wanted, day: Day, holidays: Holidays): number {
  if (isWorkday(holidays, day)) return 0
  if (holidayOn(holidays, day)) return holidayCost
  return mayWeekend && isWeekend(day) ? 0 : weekendCost
}

function daysOf({ earliest, latest }: Wanted): Day[] {
  const length = Math.max(0, daysBetween(earliest, latest) + 1)
  return Array.from({ length }, (_, at) => addDays(earliest, at))
}
