import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { addDays, dayOf, daysBetween, startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { convertHours } from '../../ledgers/index.ts'
import { freeTimes, usableBy } from '../../resources/index.ts'
import { resources } from '../../resources/table.ts'
import { rulesAt } from '../../rules/index.ts'
import { planClasses } from '../rules/plan.ts'
import type { Lecturer, NewClassPlan, Room } from '../rules/plan.ts'

/** A class takes so long to prepare, and is thought of so far ahead at most. */
const [daysBefore, daysAhead] = [14, 90]
const lengths = [1, 2, 3]
const seatsMin = 20
const everyDays = 7

type Ahead = { readonly path: string; readonly now: Date; readonly until: Day }

/** What could be held: lecturers and rooms within the reach or shared, free for the same days. */
export async function planNewClasses(
  db: Reader,
  { path, now, until }: Ahead,
): Promise<NewClassPlan[]> {
  const today = dayOf(now)
  const first = addDays(today, daysBefore)
  const last = until < addDays(today, daysAhead) ? until : addDays(today, daysAhead)
  if (last < first) return []
  const known = await findUsable(db, path)
  const free = await freeTimes(
    db,
    known.map(({ id }) => id),
    { from: first, until: last },
  )
  const spansOf = (id: string) =>
    (free.get(id) ?? []).map((span) => ({ from: span.from.getTime(), to: span.until.getTime() }))
  const fees = await rulesAt(db, feeKeys, { path, day: first })
  const lecturers = known.flatMap(({ id, name, details }): Lecturer[] => {
    if (details.kind !== 'lecturer') return []
    const { rank, subjects } = details
    const hourFen = fees[`lecturer.fee.hour.${rank}`].value * 100
    return [{ id, name, rank, hourFen, subject: subjects[0] ?? '党员', free: spansOf(id) }]
  })
  const rooms = known.flatMap(({ id, name, details, seats }): Room[] =>
    details.kind === 'room' && (seats ?? 0) >= seatsMin
      ? [{ id, name, seats: seats ?? 0, free: spansOf(id) }]
      : [],
  )
  const day = { source: 'class', clockMinutes: 480, level: 'county', days: 1 } as const
  const { minutes: minutesOfDay } = await convertHours(db, { path, day: first }, day)
  const count = Math.floor(daysBetween(first, last) / everyDays) + 1
  const firstDays = Array.from({ length: count }, (_, at) => addDays(first, at * everyDays)).map(
    (one) => ({ day: one, at: startOf(one).getTime() }),
  )
  const dayFen = fees['class.cost.day.third'].value * 100
  return planClasses(lecturers, rooms, { firstDays, lengths, minutesOfDay, dayFen })
}

const feeKeys = [
  'class.cost.day.third',
  'lecturer.fee.hour.none',
  'lecturer.fee.hour.associate',
  'lecturer.fee.hour.senior',
  'lecturer.fee.hour.academician',
] as const

async function findUsable(db: Reader, path: string) {
  return db
    .select()
    .from(resources)
    .where(
      and(
        isNull(resources.retiredOn),
        or(eq(resources.kind, 'lecturer'), eq(resources.kind, 'room')),
        usableBy([path]),
      ),
    )
    .orderBy(asc(resources.id))
}
