import type { studyMethods } from '@zhixing/contract/words.ts'
import { addDays, dayOf, daysBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { monthDay } from '../../../kernel/words.ts'

export type Method = keyof typeof studyMethods

/** A record that is closed, with the day on which somebody first wrote it down. */
export type Closed = {
  readonly unitId: string
  readonly activityId: string
  readonly title: string
  readonly startsAt: Date
  readonly createdAt: Date
  readonly closedAt: Date
  readonly isLate: boolean
  readonly method: Method
}

/** A day on which those above look: the end of a campaign, the day by which a form is to be given back. */
export type Check = { readonly day: Day; readonly title: string }

const oldAfterDays = 7
const bulkFrom = 3
const beforeCheckDays = 7

/** What takes away from regularity, and how much of it all of its kind would take. */
const weights = { backDated: 40, bulk: 30, beforeCheck: 30 } as const
type Sign = keyof typeof weights

export type Judged = Closed & {
  readonly signs: readonly Sign[]
  readonly remarks: readonly string[]
}

/** Written down only after it was over; closed in a heap; or closed just before somebody came to look. */
export function judge(records: readonly Closed[], checks: readonly Check[]): Judged[] {
  return records.map((record) => {
    const held = dayOf(record.startsAt)
    const written = dayOf(record.createdAt)
    const closed = dayOf(record.closedAt)
    const late = isOld(record)
    const sameDay = late
      ? records.filter((one) => dayOf(one.closedAt) === closed && isOld(one)).length
      : 0
    const check = late
      ? checks.find(({ day }) => addDays(day, -beforeCheckDays) <= closed && closed <= day)
      : undefined
    const found: [Sign, string][] = []
    if (written > held) found.push(['backDated', `${monthDay(written)}才补记`])
    if (late && sameDay >= bulkFrom)
      found.push(['bulk', `${monthDay(closed)}一天关闭了 ${sameDay} 条旧记录`])
    if (check) found.push(['beforeCheck', `“${check.title}”前突击关闭`])
    return { ...record, signs: found.map(([sign]) => sign), remarks: found.map(([, said]) => said) }
  })
}

function isOld({ startsAt, closedAt }: Closed): boolean {
  return daysBetween(dayOf(startsAt), dayOf(closedAt)) > oldAfterDays
}

type Kept = { readonly kept: number; readonly over: number }

/**
 * 规律性指数 of a branch: the share of its periods that it kept, in hundredths, less what its records show of writing
 * up afterwards. Nothing where no period is over yet.
 */
export function regularityOf(records: readonly Judged[], { kept, over }: Kept) {
  const count = (sign: Sign) => records.filter(({ signs }) => signs.includes(sign)).length
  const counts = {
    backDated: count('backDated'),
    bulk: count('bulk'),
    beforeCheck: count('beforeCheck'),
  }
  const share = over === 0 ? 0 : kept / over
  const taken = (['backDated', 'bulk', 'beforeCheck'] as const).reduce(
    (sum, sign) =>
      sum + (records.length === 0 ? 0 : (weights[sign] * counts[sign]) / records.length),
    0,
  )
  const index = over === 0 ? null : Math.max(0, Math.round(share * 100 - taken))
  return { ...counts, index, longestGap: longestGap(records) }
}

/** The longest time in days without any activity between two. */
function longestGap(records: readonly Closed[]): number {
  const days = records.map(({ startsAt }) => dayOf(startsAt)).toSorted()
  return days.reduce((longest, day, at) => {
    const before = days[at - 1]
    return before ? Math.max(longest, daysBetween(before, day)) : longest
  }, 0)
}

/**
 * 方法多样性: how probable it is, in hundredths, that two activities were held in different ways. Always the same way is
 * nothing; seven ways alike come to 86.
 */
export function diversityOf(records: readonly Pick<Closed, 'method'>[]) {
  const groups = Map.groupBy(records, ({ method }) => method)
  const methods = [...groups]
    .map(([method, some]) => ({ method, times: some.length }))
    .toSorted((one, other) => other.times - one.times || one.method.localeCompare(other.method))
  const same = methods.reduce((sum, { times }) => sum + (times / records.length) ** 2, 0)
  return { methods, diversity: records.length === 0 ? null : Math.round((1 - same) * 100) }
}
