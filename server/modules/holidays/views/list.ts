import { contract } from '@zhixing/contract'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { reachOf, rootOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { calendarOf, countYear, lackingIn } from '../rules/announced.ts'
import { readNotice } from '../rules/notice.ts'
import { knownYears } from '../steps/known.ts'

/** Every year that is known, and this one and the next, known or not. */
export const listHolidays = view(contract.holidays.list, async ({ db, now, actor }) => {
  const known = await knownYears(db)
  const calendar = calendarOf(known)
  const year = yearOf(dayOf(now))
  const missing = [year, year + 1].filter((one) => !calendar.years.has(one))
  const rows = [
    ...known.map((one) => ({ ...one, isAnnounced: true, lacking: lackingIn(one.off) })),
    ...missing.map((one) => ({ ...unknown, year: one })),
  ]
  return {
    canKeep: rootOf(reachOf(actor.appointments, 'rules.maintain')) !== undefined,
    rows: rows
      .map((row) => ({
        ...row,
        ...countYear(calendar, row),
        off: [...row.off],
        worked: [...row.worked],
        at: row.at?.toISOString() ?? null,
      }))
      .toSorted((one, other) => other.year - one.year),
  }
})

const unknown = {
  isAnnounced: false,
  notice: '',
  off: [],
  worked: [],
  lacking: [],
  version: 0,
  byName: '',
  at: null,
}

/** Nothing is kept: whoever pasted it looks at it first. */
export const readHolidays = view(contract.holidays.read, async (_, { year, text }) =>
  readNotice(text, year),
)
