import { contract } from '@zhixing/contract'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { resourcesAt } from '../catalogue/resources.ts'
import { rulesAt } from '../../rules/index.ts'
import { mixesOf } from '../rules/mix.ts'
import { checksOf, minutesOf, sumOf, timetableKeys } from '../rules/timetable.ts'
import { absencesOf } from '../steps/attendance.ts'
import { dueOf } from '../steps/session.ts'
import { findClass } from '../store/classes.ts'
import { findSessions } from '../store/sessions.ts'

/** The lessons of a class, what they have to keep to, and how their hours are spread. */
export const showTimetable = view(contract.timetables.show, async ({ db, reach }, key) => {
  const held = await findClass(db, reach, key)
  if (!held) throw missing('classes.unknown')
  const { application, path, from } = held.kept
  const sessions = await findSessions(db, key)
  const { marks } = await absencesOf(db, key)
  const byId = Map.groupBy(marks, ({ activityId }) => activityId)
  const learners = await dueOf(db, key)
  const rules = await rulesAt(db, timetableKeys, { path, day: from })
  return {
    sessions: sessions.map(({ id, startsAt, endsAt, ...facts }) => {
      const own = byId.get(id) ?? []
      const count = (wanted: string) => own.filter(({ mark }) => mark === wanted).length
      return {
        ...facts,
        sessionId: id,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        minutes: minutesOf({ startsAt, endsAt }),
        due: facts.hasRecord ? learners.length : 0,
        present: count('present'),
        excused: count('excused'),
        absent: count('absent'),
        isClosed: own.some(({ isClosed }) => isClosed),
      }
    }),
    checks: checksOf(application, sessions, rules),
    mixes: mixesOf(sessions),
    minutes: sumOf(sessions),
  }
})

/** Lecturers and rooms that the organization of a class may use, and whether they are free then. */
export const choices = view(
  contract.timetables.choices,
  async ({ db, reach }, { startsAt, endsAt, ...key }) => {
    const held = await findClass(db, reach, key)
    if (!held) throw missing('classes.unknown')
    const span = { from: new Date(startsAt), until: new Date(endsAt) }
    return resourcesAt(db, held.kept, span)
  },
)
