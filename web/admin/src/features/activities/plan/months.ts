import { timeOf } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'

const graceDays = 31

/** The month of the day, and the one before it while it may still be made up; the server knows the rule exactly. */
export function monthChoices(day: string, chosen: string): string[] {
  if (day === '') return [chosen]
  const own = day.slice(0, 7)
  const before = addDays(`${own}-01`, -1).slice(0, 7)
  const isEarly = Number(day.slice(8)) <= graceDays / 2
  return isEarly || chosen === before ? [own, before] : [own]
}

/** The last half hour that has struck: who plans "now" has begun already. */
export function nowRounded(): string {
  const half = 30 * 60_000
  return timeOf(new Date(Math.floor(Date.now() / half) * half).toISOString())
}
