/**
 * Holidays: which days of a year are off by law and which weekends are worked instead, as announced year by year.
 * Neighbours count days of work by it; a year that nobody has written down yet knows its weekends only.
 */
import type { Holidays } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import { calendarOf } from './rules/announced.ts'
import { knownYears } from './steps/known.ts'

export { recountKind } from './rules/recount.ts'

export async function holidaysKnown(db: Reader): Promise<Holidays> {
  return calendarOf(await knownYears(db))
}
