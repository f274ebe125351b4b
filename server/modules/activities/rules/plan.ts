import type { PlanFacts } from '@zhixing/contract'
import {
  addDays,
  addMonths,
  dayOf,
  lastDayOf,
  monthOf,
  quarterOf,
  yearOf,
} from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import { isChosen, lackingParts } from './kind.ts'
import type { AgendaItem, Kind, MeetingKind } from './kind.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'

const hoursMax = 12

export type Plan = Pick<
  PlanFacts,
  'month' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'agenda' | 'lecturerName'
>

/** Why such a plan may not be kept, or nothing if it may. `makeUpDays` is how long a missed period may be made up. */
export function refusePlan(kind: MeetingKind, plan: Plan, makeUpDays: number): Refused | undefined {
  const length = lengthOf(plan)
  const wrong = refuseLength(length)
  if (wrong) return wrong
  if (plan.place === '' && plan.link === '') return refused('activities.placeMissing')
  if (kind.hasLecturer && plan.lecturerName === '') return refused('activities.lecturerMissing')

  const total = minutesOf(plan.agenda)
  if (total > length) return refused('activities.agendaLong', { 合计: total, 时长: length })
  return refuseAgenda(kind, plan.agenda) ?? refuseMonth(kind, plan, makeUpDays)
}

/** Whatever takes place ends after it began, and on the same day. */
export function refuseLength(minutes: number): Refused | undefined {
  if (minutes <= 0) return refused('activities.timesOrder')
  return minutes > hoursMax * 60 ? refused('activities.timesLong', { 上限: hoursMax }) : undefined
}

/** Both halves of “X+X” are there, and what must come first comes first. */
export function refuseAgenda(kind: Kind, agenda: readonly AgendaItem[]): Refused | undefined {
  const known = new Set(kind.parts.map(({ key }) => key))
  const foreign = agenda.find(({ part }) => part !== undefined && !known.has(part))
  if (foreign) return refused('activities.partUnknown', { 议程: foreign.title, 名称: kind.name })

  const lacking = lackingParts(kind, agenda)
  if (lacking.length > 0)
    return refused('activities.requiredUnplanned', { 名称: kind.name, 事项: lacking.join('、') })
  if (kind.needsChosen && !agenda.some((item) => isChosen(kind, item)))
    return refused('activities.chosenUnplanned', { 名称: kind.name })
  if (kind.firstPart && agenda[0]?.part !== kind.firstPart)
    return refused('activities.firstWrong', {
      事项: kind.parts.find(({ key }) => key === kind.firstPart)?.name ?? '',
    })
  return undefined
}

/** A meeting counts for its own month, or within days of a period's end still for that period. */
function refuseMonth(kind: MeetingKind, { month, startsAt }: Plan, makeUpDays: number) {
  const day = dayOf(new Date(startsAt))
  return monthsFor(kind, day, makeUpDays).includes(month)
    ? undefined
    : refused('activities.monthWrong', {
        日期: day,
        名称: kind.name,
        月份: month,
        天数: makeUpDays,
      })
}

/** The months for which a meeting on this day may count, its own first. */
export function monthsFor(kind: MeetingKind, day: Day, makeUpDays: number): Month[] {
  const own = monthOf(day)
  const before = lastDayOf(monthOf(addMonths(`${own}-01`, -1)))
  const isMadeUp = day <= addDays(before, makeUpDays)
  return isMadeUp && isPeriodOver(kind.frequency, before, day) ? [own, monthOf(before)] : [own]
}

/** Whether the period of one day had ended by the other, which is at most a month later. */
function isPeriodOver({ period }: MeetingKind['frequency'], before: Day, day: Day): boolean {
  if (period === 'month') return true
  return period === 'quarter' ? quarterOf(before) !== quarterOf(day) : yearOf(before) < yearOf(day)
}

export function minutesOf(agenda: readonly AgendaItem[]): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** From the beginning until the end, in minutes. */
export function lengthOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number {
  return Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
}
