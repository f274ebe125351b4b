import {
  addDays,
  dayOf,
  isAnnounced,
  lastDayOf,
  monthOf,
  yearOf,
} from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { holidaysKnown } from '../../holidays/index.ts'
import type { Branch } from '../../meetings/index.ts'
import { rulesBelow } from '../../rules/index.ts'
import { arrange } from '../rules/arrange.ts'
import type { Moves } from '../rules/arrange.ts'
import { monthsOf } from '../rules/lines.ts'
import type { Span } from '../rules/lines.ts'
import { habitsOf, officersOf, openTopics, topicsTaken, turnsOf } from './branches.ts'
import { draftOf } from './drafts.ts'
import type { Habits } from './drafts.ts'
import { owedIn } from './owed.ts'
import { takenIn } from './taken.ts'

const linesMax = 500
const monthsMax = 12

type Asked = Span & {
  readonly path: string
  readonly branches: readonly Branch[]
  readonly moved: Moves
  /** Left out by hand, or, where something is accepted, everything that is not. */
  readonly isLeftOut: (key: string) => boolean
  readonly now: Date
}

/** What is owed in these months, each with a time at which it can lawfully be held. */
export async function proposalFor(db: Reader, asked: Asked) {
  const { path, branches, from, until, moved, isLeftOut, now } = asked
  const today = dayOf(now)
  const span = { from, until }
  if (from < monthOf(today) || until < from || monthsOf(span).length > monthsMax)
    throw conflict('schedules.span')

  const { owed: all, arranged, later } = await owedIn(db, { ...span, path, branches, now })
  const owed = all.filter(({ key }) => !isLeftOut(key))
  if (owed.length > linesMax)
    throw conflict('schedules.tooMany', { 项数: owed.length, 上限: linesMax })

  const ids = [...new Set(owed.map(({ organizationId }) => organizationId))]
  const habits: Habits = {
    officers: await officersOf(db, ids, today),
    latest: await habitsOf(db, ids),
    turns: await turnsOf(db, ids, span),
    topics: await openTopics(db, today),
    topicsTaken: await topicsTaken(db, ids),
    rulesFor: await rulesBelow(db, ['meeting.themeday.day', 'meeting.notice.days'], path),
    now,
  }
  const drafts = draftOf(owed, habits)
  const holidays = await holidaysKnown(db)
  const taken = await takenIn(db, {
    organizationIds: ids,
    unitIds: branches.map(({ unitId }) => unitId),
    personIds: drafts.flatMap(({ personIds }) => personIds),
    places: [
      ...drafts.map(({ placeName }) => placeName),
      ...[...moved.values()].map((one) => one.place),
    ],
    ...daysOf(span, today, moved),
  })
  const noticeDays = habits.rulesFor({ path, day: today })['meeting.notice.days'].value
  const lines = arrange(drafts, { taken, holidays, moved, noticeDays, today })
  const years = new Set(monthsOf(span).map((month) => yearOf(`${month}-01`)))
  const provisionalYears = [...years].filter((year) => !isAnnounced(holidays, `${year}-01-01`))
  return { lines, drafts, arranged, later, provisionalYears }
}

function daysOf({ from, until }: Span, today: Day, moved: Moves): { from: Day; until: Day } {
  const days = [...moved.values()].map(({ day }) => day)
  const sorted = [`${from}-01`, today, ...days, addDays(lastDayOf(until), 31)].toSorted()
  return { from: sorted[0] ?? today, until: sorted.at(-1) ?? today }
}
