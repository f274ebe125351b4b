import type { ActivityKind } from '@zhixing/contract'
import {
  addDays,
  daysBetween,
  holidayOn,
  isAnnounced,
  isWeekend,
  isWorkday,
  monthOf,
  yearOf,
} from '../../../kernel/calendar.ts'
import type { Day, Holidays } from '../../../kernel/calendar.ts'
import { monthDay } from '../../../kernel/words.ts'
import { clashOf, findSlot, momentOf, placeKey } from './slots.ts'
import type { Slot, Taken, Wanted } from './slots.ts'

/** One thing that is owed and has no time yet. */
export type Line = Wanted & {
  readonly key: string
  readonly title: string
  readonly kind: ActivityKind
  readonly isCommittee: boolean
  readonly isMemberMeeting: boolean
  /** Why just the preferred day. */
  readonly because: string
  readonly unitId: string
  /** From when on it counts for its period; people want to be told before it is held. */
  readonly opens: Day
  readonly placeName: string
}

export type Arranged = {
  readonly line: Line
  readonly slot: Slot
  readonly place: string
  readonly why: readonly string[]
  readonly warnings: readonly string[]
  readonly clash: string
  readonly isMoved: boolean
}

export type Moves = ReadonlyMap<string, Slot & { readonly place: string }>
type Facts = {
  readonly taken: readonly Taken[]
  readonly holidays: Holidays
  readonly moved: Moves
  readonly noticeDays: number
  readonly today: Day
}

/**
 * A time for every line: first what somebody has moved, then what is fixed, then what has the fewest days to choose
 * from. Each that is placed is taken for those after it, so that nobody has to be in two places.
 */
export function arrange(lines: readonly Line[], facts: Facts): Arranged[] {
  const taken = [...facts.taken]
  const done: Arranged[] = []
  for (const line of inOrder(lines, facts.moved)) {
    const arranged = put(heldBefore(line, done), { ...facts, taken })
    done.push(arranged)
    taken.push(takenBy(arranged))
  }
  return done.toSorted(
    (one, other) =>
      momentOf(one.slot) - momentOf(other.slot) || one.line.key.localeCompare(other.line.key),
  )
}

function inOrder(lines: readonly Line[], moved: Moves): Line[] {
  const rank = (line: Line) => {
    if (moved.has(line.key)) return 0
    if (line.isFixed) return 1
    // What a meeting of members decides goes to its committee first: it is placed after, to lie before.
    return line.isCommittee ? 3 : 2
  }
  const room = ({ earliest, latest }: Line) => daysBetween(earliest, latest)
  return lines.toSorted(
    (one, other) =>
      rank(one) - rank(other) || room(one) - room(other) || one.key.localeCompare(other.key),
  )
}

/** A committee meets before the members do in the same month, where there is a day left for it. */
function heldBefore(line: Line, done: readonly Arranged[]): Line {
  if (!line.isCommittee) return line
  const members = done.find(
    ({ line: other, slot }) =>
      other.isMemberMeeting &&
      other.organizationId === line.organizationId &&
      line.earliest < slot.day &&
      monthOf(slot.day) === monthOf(line.preferred),
  )
  if (!members || members.slot.day > line.latest) return line
  const latest = addDays(members.slot.day, -1)
  const isEarlier = line.preferred <= latest
  return {
    ...line,
    latest,
    preferred: isEarlier ? line.preferred : latest,
    because: isEarlier ? line.because : '党员大会要讨论的先上支委会',
  }
}

function put(line: Line, facts: Facts): Arranged {
  const { taken, holidays, moved } = facts
  const wish = moved.get(line.key)
  if (wish) {
    const there = { ...line, place: placeKey(line.unitId, wish.place) }
    const clash = clashOf(there, wish, taken) ?? ''
    const warnings = warningsOf(line, wish, facts)
    return {
      line,
      slot: wish,
      place: wish.place,
      why: ['自行选定'],
      warnings,
      clash,
      isMoved: true,
    }
  }
  const slot = findSlot(line, taken, holidays)
  const shown = slot ?? { day: line.preferred, clock: line.clocks[0] ?? '09:00' }
  return {
    line,
    slot: shown,
    place: line.placeName,
    why: slot ? whyOf(line, slot, facts) : [],
    warnings: warningsOf(line, shown, facts),
    clash: slot ? '' : (clashOf(line, shown, taken) ?? '这一期没有合适的日子'),
    isMoved: false,
  }
}

/** Why it lies there: what was preferred, and what stood in the way of it. */
function whyOf(line: Line, slot: Slot, { taken, holidays }: Facts): string[] {
  const { preferred, because, clocks } = line
  if (slot.day === preferred && slot.clock === clocks[0]) return [because]
  const usual = { day: preferred, clock: clocks[0] ?? slot.clock }
  const holiday = holidayOn(holidays, preferred)
  if (holiday) return [because, `${monthDay(preferred)}是${holiday}放假`]
  if (!isWorkday(holidays, preferred) && !line.mayWeekend)
    return [because, `${monthDay(preferred)}是周末`]
  const clash = clashOf(line, usual, taken)
  if (clash) return [because, `${monthDay(preferred)}${clash}`]
  return slot.day === preferred ? [because] : [because, `${monthDay(preferred)}当天已有活动`]
}

function warningsOf(line: Line, { day }: Slot, { holidays, noticeDays, today }: Facts): string[] {
  const holiday = holidayOn(holidays, day)
  const isRest = !holiday && isWeekend(day) && !isWorkday(holidays, day) && !line.mayWeekend
  return [
    ...(holiday ? [`${monthDay(day)}是${holiday}放假`] : []),
    ...(isRest ? [`${monthDay(day)}是周末`] : []),
    ...(day < line.opens || day > line.latest ? ['不在这一期应开的日子里'] : []),
    ...(day < addDays(today, noticeDays) ? [`离开会不足 ${noticeDays} 天，请尽快通知`] : []),
    ...(isAnnounced(holidays, day) ? [] : [`${yearOf(day)}年放假安排还没有公布，暂定`]),
  ]
}

function takenBy({ line, slot, place }: Arranged): Taken {
  const from = momentOf(slot)
  return {
    title: line.title,
    from,
    until: from + line.minutes * 60_000,
    organizationIds: [line.organizationId],
    personIds: line.personIds,
    place: placeKey(line.unitId, place),
  }
}
