import { addMonths, monthOf, yearsBetween } from '../../kernel/calendar.ts'
import type { Day, Month } from '../../kernel/calendar.ts'

type Standing = {
  readonly type: string
  readonly isOutOfOrder: boolean
  readonly fault: string
  /** Pieces in use of those without which nothing can be played. */
  readonly machines: number
}

/** Why a site cannot be used now, or nothing if it can. A lecture hall needs no machine. */
export function troubleOf({ type, isOutOfOrder, fault, machines }: Standing): string | undefined {
  if (isOutOfOrder) return `故障停用：${fault}`
  if (type === 'distanceSite' && machines === 0) return '没有在用的播放设备'
  return undefined
}

/** The last day on which the record of a month is in time. */
export function dueOn(month: Month, days: number): Day {
  const next = addMonths(`${month}-01`, 1)
  return `${next.slice(0, 8)}${String(days).padStart(2, '0')}`
}

/** Near the end of a month its record may be told already. */
export function opensOn(month: Month): Day {
  return `${month}-25`
}

const monthsBack = 12

/** The months, oldest first, for which a record is due and not there: since it is a site, and of a year at most. */
export function owedMonths(
  { since, told }: { readonly since: Day; readonly told: ReadonlySet<Month> },
  today: Day,
): Month[] {
  const first = `${monthOf(today)}-01`
  const months = Array.from({ length: monthsBack }, (_, at) =>
    monthOf(addMonths(first, at - monthsBack)),
  )
  return months.filter((month) => month >= monthOf(since) && !told.has(month))
}

/** Nothing was held and nothing played for so many whole months, and it is a site for as long. */
export function isIdle(
  { since, lastUsed }: { readonly since: Day; readonly lastUsed: Month | null },
  { today, months }: { readonly today: Day; readonly months: number },
): boolean {
  const from = monthOf(addMonths(`${monthOf(today)}-01`, -months))
  return since <= `${from}-01` && (lastUsed === null || lastUsed < from)
}

export function ageOf(boughtOn: Day, today: Day): number {
  return Math.max(0, yearsBetween(boughtOn, today))
}

export function shareOf(part: number, of: number) {
  return { part, of, percent: of === 0 ? null : Math.round((part * 100) / of) }
}

/** One for each so many people, and at least one where there are any. */
export function neededFor(people: number, each: number): number {
  return people === 0 ? 0 : Math.max(1, Math.ceil(people / each))
}

export function ratioSentence(
  {
    name,
    people,
    needed,
  }: { readonly name: string; readonly people: number; readonly needed: number },
  basis: string,
): string {
  const gap = needed - people
  const end = gap > 0 ? `还差 ${gap} 人` : '够'
  return `${basis}，应有${name} ${needed} 人，现有 ${people} 人，${end}`
}

export function monthWord(month: Month): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
}
