import { dayOf, daysIn, monthOf, startOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { AgendaItem, Kind, MeetingKind } from './kind.ts'
import { minutesOf } from './plan.ts'

const minute = 60_000

/**
 * When the next one will probably be: in the same week of the month, on the same weekday and at the same hour as the
 * last one, if that is still ahead; otherwise now, because the newcomer is standing before the people.
 */
export function usualStart(last: Date | undefined, now: Date, wanted: Month | undefined): Date {
  const month = wanted ?? monthOf(dayOf(now))
  const usual = last && sameIn(last, month)
  if (usual && usual > now) return usual
  if (usual && wanted && wanted !== monthOf(dayOf(now))) return usual
  if (wanted && wanted > monthOf(dayOf(now)))
    return new Date(startOf(`${wanted}-15`).getTime() + 9 * 60 * minute)
  return new Date(Math.floor(now.getTime() / (30 * minute)) * 30 * minute)
}

/** The second Friday of one month becomes the second Friday of another, or its last. */
function sameIn(last: Date, month: Month): Date {
  const day = dayOf(last)
  const weekday = weekdayOf(day)
  const first = (7 + weekday - weekdayOf(`${month}-01`)) % 7
  const week = Math.floor((Number(day.slice(8)) - 1) / 7)
  const date = first + 1 + week * 7
  const fitting = date > daysIn(month) ? date - 7 : date
  const clock = last.getTime() - startOf(day).getTime()
  return new Date(startOf(`${month}-${String(fitting).padStart(2, '0')}`).getTime() + clock)
}

/** On a given day, at the hour of the last one; at nine where there was none. */
export function startOn(day: Day, last: Date | undefined): Date {
  const clock = last ? last.getTime() - startOf(dayOf(last)).getTime() : 9 * 60 * minute
  return new Date(startOf(day).getTime() + clock)
}

/** The kind's usual agenda; what is to be studied takes the place of the usual study. */
export function agendaFor(
  { template, parts }: MeetingKind,
  study: string | undefined,
): AgendaItem[] {
  const isStudy = new Set(parts.filter((part) => part.isStudy).map(({ key }) => key))
  const at = template.findIndex(({ part }) => isStudy.has(part ?? ''))
  return template.map((item, index) =>
    index === at && study ? { ...item, title: study } : { ...item },
  )
}

type Topic = { readonly id: string; readonly title: string; readonly minutes: number }

/** With what was asked for from above, behind what must come first. */
export function withTopic(
  kind: Kind,
  agenda: readonly AgendaItem[],
  { id, title, minutes }: Topic,
): AgendaItem[] {
  const part = kind.parts.find(({ isStudy }) => isStudy)?.key
  const item = { title, minutes, topicId: id, ...(part ? { part } : {}) }
  return [...agenda.slice(0, 1), item, ...agenda.slice(1)]
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function endOf(start: Date, agenda: readonly AgendaItem[]): Date {
  return new Date(start.getTime() + minutesOf(agenda) * minute)
}

/** 9月主题党日; a quarterly meeting says its quarter, a yearly one its year. */
export function titleOf({ name, frequency }: MeetingKind, month: Month): string {
  const number = Number(month.slice(5))
  if (frequency.period === 'month') return `${number}月${name}`
  if (frequency.period === 'year') return `${month.slice(0, 4)}年度${name}`
  return `第${'一二三四'[Math.ceil(number / 3) - 1]}季度${name}`
}

/** The month for which a meeting probably counts: that of its day. */
export function countedMonth(start: Date): Month {
  return monthOf(dayOf(start))
}
