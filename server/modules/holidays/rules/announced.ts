import type { Reason } from '@zhixing/contract'
import { addDays, daysBetween, isWeekend, isWorkday } from '../../../kernel/calendar.ts'
import type { Day, Holidays } from '../../../kernel/calendar.ts'

export type Off = Holidays['off'][number]
export type Announced = {
  readonly year: number
  readonly notice: string
  readonly off: readonly Off[]
  readonly worked: readonly Day[]
}

/** 全国年节及纪念日放假办法: what every announcement says something of. */
const byLaw = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const
/** A holiday of the first days of a year may begin in the last of the year before. */
const daysBefore = 7

type Refused = { readonly reason: Reason; readonly words: Record<string, string | number> }

/** Why a year may not be written so, or nothing if it may. */
export function refuseYear({ year, off, worked }: Omit<Announced, 'notice'>): Refused | undefined {
  if (off.length === 0) return { reason: 'holidays.empty', words: {} }
  const first = addDays(`${year}-01-01`, -daysBefore)
  const days = [...off.flatMap(({ from, until }) => [from, until]), ...worked]
  const outside = days.find((day) => day < first || day > `${year}-12-31`)
  if (outside) return { reason: 'holidays.outside', words: { 日期: outside, 年份: year } }
  return refuseOff(off) ?? refuseWorked(worked, off)
}

function refuseOff(off: readonly Off[]): Refused | undefined {
  const turned = off.find(({ from, until }) => until < from)
  if (turned) {
    const { name, from, until } = turned
    return { reason: 'holidays.order', words: { 名称: name, 开始: from, 结束: until } }
  }
  const sorted = off.toSorted((one, other) => one.from.localeCompare(other.from))
  for (const [at, one] of sorted.entries()) {
    const next = sorted[at + 1]
    if (next && next.from <= one.until)
      return { reason: 'holidays.overlap', words: { 名称: next.name, 另一个: one.name } }
  }
  return undefined
}

function refuseWorked(worked: readonly Day[], off: readonly Off[]): Refused | undefined {
  const plain = worked.find((day) => !isWeekend(day))
  if (plain) return { reason: 'holidays.weekday', words: { 日期: plain } }
  for (const day of worked) {
    const holiday = off.find(({ from, until }) => from <= day && day <= until)
    if (holiday) return { reason: 'holidays.both', words: { 日期: day, 名称: holiday.name } }
  }
  return undefined
}

/** Holidays by law that an announcement says nothing of: perhaps forgotten. */
export function lackingIn(off: readonly Off[]): string[] {
  return byLaw.filter((name) => !off.some((one) => one.name.includes(name)))
}

/** All years as one calendar. */
export function calendarOf(years: readonly Announced[]): Holidays {
  return {
    years: new Set(years.map(({ year }) => year)),
    off: years.flatMap(({ off }) => off),
    worked: new Set(years.flatMap(({ worked }) => worked)),
  }
}

/** How many days of a year are worked, and how many days off its holidays come to. */
export function countYear(holidays: Holidays, { year, off }: Pick<Announced, 'year' | 'off'>) {
  const first = `${year}-01-01`
  const length = daysBetween(first, `${year + 1}-01-01`)
  const days = Array.from({ length }, (_, at) => addDays(first, at))
  return {
    workdays: days.filter((day) => isWorkday(holidays, day)).length,
    daysOff: off.reduce((sum, { from, until }) => sum + daysBetween(from, until) + 1, 0),
  }
}
