import { contract } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { resourcesAt } from '../catalogue/resources.ts'
import { findAgreedNeeds, findNeedsById, needSentence } from '../../surveys/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { mixesOf } from '../rules/mix.ts'
import { checksOf, minutesOf, needCheck, sumOf, timetableKeys } from '../rules/timetable.ts'
import { absencesOf } from '../steps/attendance.ts'
import { dueOf } from '../steps/session.ts'
import { findClass } from '../store/classes.ts'
import { findSessions } from '../store/sessions.ts'
import type { Session } from '../store/sessions.ts'

/** The lessons of a class, what they have to keep to, and how their hours are spread. */
export const showTimetable = view(contract.timetables.show, async ({ db, reach }, key) => {
  const held = await findClass(db, reach, key)
  if (!held) throw missing('classes.unknown')
  const { application, path, from } = held.kept
  const sessions = await findSessions(db, key)
  const { marks } = await absencesOf(db, key)
  const byId = Map.groupBy(marks, ({ activityId }) => activityId)
  const learners = await dueOf(db, key)
  const needs = await sentencesOf(db, key.unitId, sessions)
  const agreed = await findAgreedNeeds(db, held.kept)
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
        needSentence: needs.get(facts.needId ?? '') ?? '',
      }
    }),
    checks: [
      ...checksOf(application, sessions, rules),
      ...(agreed.length > 0 ? [needCheck(sessions)] : []),
    ],
    mixes: mixesOf(sessions),
    minutes: sumOf(sessions),
  }
})

/** What the needs that lessons answer say, by need. */
async function sentencesOf(db: Reader, unitId: string, sessions: readonly Session[]) {
  const ids = sessions.flatMap(({ needId }) => needId ?? [])
  const found = await findNeedsById(db, unitId, [...new Set(ids)])
  return new Map(found.map((need) => [need.needId, needSentence(need)]))
}

/** Lecturers and rooms that the organization of a class may use, and whether they are free then. */
export const choices = view(
  contract.timetables.choices,
  async ({ db, reach }, { startsAt, endsAt, ...key }) => {
    const held = await findClass(db, reach, key)
    if (!held) throw missing('classes.unknown')
    const span = { from: new Date(startsAt), until: new Date(endsAt) }
    const needs = (await findAgreedNeeds(db, held.kept)).map(({ needId, ...need }) => ({
      id: needId,
      name: need.title,
      sentence: needSentence(need),
    }))
    return { ...(await resourcesAt(db, held.kept, span)), needs }
  },
)
