/** Days as people write them, "2026-09-17", and months, "2026-09", all in Asia/Shanghai. Pure: no clock here. */
export type Day = string
export type Month = string

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const dayMillis = 86_400_000

/** From here on Shanghai is eight hours ahead, and every day has the same length. */
const [evenFrom, evenUntil] = [Date.UTC(1992, 0), Date.UTC(2100, 0)]
const aheadMillis = 8 * 3_600_000
const names = new Map<number, Day>()

/** A board over a county asks this some hundred thousand times: the calendar of the system takes a hundred times longer. */
export function dayOf(moment: Date): Day {
  const at = moment.getTime()
  if (!(at >= evenFrom && at < evenUntil)) return shanghai.format(moment)
  const number = Math.floor((at + aheadMillis) / dayMillis)
  const known = names.get(number)
  if (known !== undefined) return known
  const day = new Date(number * dayMillis).toISOString().slice(0, 10)
  names.set(number, day)
  return day
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** 1 to 4, by the natural quarter. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

/** The first moment of a day in Shanghai, which keeps no summer time. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayMillis).toISOString().slice(0, 10)
}

/** The same day of a later month, or that month's last day where there is no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  return `${first}-${String(Math.min(date, daysIn(first))).padStart(2, '0')}`
}

export function daysIn(month: Month): number {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  if (number === 2) return isLeap(year) ? 29 : 28
  return number === 4 || number === 6 || number === 9 || number === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function lastDayOf(month: Month): Day {
  return `${month}-${String(daysIn(month)).padStart(2, '0')}`
}

/** Whole days from one day to another, negative when the other is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMillis)
}

/** Completed years, as age is counted. */
export function yearsBetween(from: Day, until: Day): number {
  const years = yearOf(until) - yearOf(from)
  return until.slice(5) < from.slice(5) ? years - 1 : years
}

/** 法定节假日: which years are announced, what is off in them, and which weekends are worked instead. */
export type Holidays = {
  readonly years: ReadonlySet<number>
  /** First and last day of each holiday with what was moved to it. */
  readonly off: readonly { readonly name: string; readonly from: Day; readonly until: Day }[]
  readonly worked: ReadonlySet<Day>
}

/** Whether the holidays of a day's year are known; otherwise only its weekends are, and a count of days is provisional. */
export function isAnnounced({ years }: Holidays, day: Day): boolean {
  return years.has(yearOf(day))
}

export function isWorkday(holidays: Holidays, day: Day): boolean {
  if (holidays.worked.has(day)) return true
  return !isWeekend(day) && holidayOn(holidays, day) === undefined
}

/** The holiday that a day belongs to, by its name. */
export function holidayOn({ off }: Holidays, day: Day): string | undefined {
  return off.find(({ from, until }) => from <= day && day <= until)?.name
}

export function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay()
}

/** The day on which so many days of work have passed; the first day is not counted. */
export function addWorkdays(holidays: Holidays, day: Day, count: number): Day {
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkday(holidays, reached)) left -= 1
  }
  return reached
}
