import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import { courseLearners, courseProgress, watchClocks } from '../modules/courses/table.ts'
import { convertersBelow, postHours } from '../modules/ledgers/index.ts'
import type { Posting } from '../modules/ledgers/index.ts'
import { courseRatings, courseRemarks } from '../modules/remarks/table.ts'
import type { DemoCourse } from './course-list.ts'
import type { CourseScene } from './plant-courses.ts'
import type { DemoMember } from './people.ts'
import { showcase } from './accounts.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Planted = {
  readonly courseId: string
  readonly course: DemoCourse
  readonly items: readonly { readonly id: string; readonly seconds: number }[]
}
type Learner = { readonly person: DemoMember; readonly home: DemoBranch['branch'] }

const branchesMax = 12
const day = 86_400_000

/** Of every three in some branches one is through with a course, one half-way, one has not begun. */
export async function plantLearners(
  scene: CourseScene,
  planted: readonly Planted[],
  filled: readonly DemoBranch[],
): Promise<void> {
  const { tx, now } = scene
  const shown = showcase(filled)
  const learners = [shown, ...filled.filter((one) => one !== shown).slice(0, branchesMax)].flatMap(
    ({ branch, people }) =>
      people.filter(({ excuse }) => !excuse).map((person): Learner => ({ person, home: branch })),
  )
  const released = planted.filter(({ course: { state } }) => state === 'published')
  const steps = released.flatMap((one, index) =>
    learners
      .map((learner, at) => ({ ...one, ...learner, kind: (at + index) % 3, at }))
      .filter(({ kind, course }) => kind > 0 && !isAhead(course)),
  )
  const doneOn = addDays(dayOf(now), -9)
  await insertAll(
    tx,
    watchClocks,
    learners.map(({ person, home }) => ({ id: newId(), unitId: home.unitId, memberId: person.id })),
  )
  await insertAll(
    tx,
    courseLearners,
    steps.map(({ courseId, course, person, home, kind, at }) => ({
      id: newId(),
      unitId: home.unitId,
      memberId: person.id,
      courseId,
      startedAt: new Date(now.getTime() - (14 + (at % 20)) * day),
      completedAt: kind === 2 ? startOf(doneOn) : null,
      postedMinutes: kind === 2 ? course.creditMinutes : 0,
    })),
  )
  await insertAll(
    tx,
    courseProgress,
    steps.flatMap(({ courseId, items, person, home, kind }) =>
      items.slice(0, kind === 2 ? items.length : 1).map(({ id: itemId, seconds }) => ({
        id: newId(),
        unitId: home.unitId,
        memberId: person.id,
        courseId,
        itemId,
        watchedSeconds: kind === 2 || items.length > 1 ? seconds : Math.floor(seconds / 2),
        startedAt: startOf(addDays(doneOn, -3)),
        seenAt: startOf(doneOn),
        completedAt: kind === 2 || items.length > 1 ? startOf(doneOn) : null,
      })),
    ),
  )
  await post(scene, { doneOn, done: steps.filter(({ kind }) => kind === 2) })
  await talk(scene, released, learners)
}

/** What ends with a live session that is still to come nobody can have finished. */
function isAhead({ items }: DemoCourse): boolean {
  return items.some(({ kind }) => kind === 'live')
}

async function post(
  { tx, now }: CourseScene,
  { doneOn, done }: { doneOn: string; done: readonly (Planted & Learner)[] },
): Promise<void> {
  const [first] = done
  if (!first) return
  const worthAt = await convertersBelow(tx, `/${first.home.unitId}/`)
  const postings = done.map(({ courseId, course, person, home }): Posting => {
    const { title, category, creditMinutes } = course
    const study = {
      source: 'online',
      clockMinutes: creditMinutes,
      level: 'county',
      days: 1,
    } as const
    return {
      ...worthAt({ path: home.path, day: doneOn }, study),
      unitId: home.unitId,
      memberId: person.id,
      day: doneOn,
      source: 'online',
      sourceId: courseId,
      title,
      category,
      level: 'county',
      key: `course:${courseId}`,
      postedBy: courseId,
      at: now,
    }
  })
  await postHours(
    tx,
    postings.filter(({ minutes }) => minutes > 0),
  )
}

const words = [
  '提前把议题发下来，这一条我们支部最该补上。',
  '图解打出来贴在活动室墙上了。',
  '讲得实在，照着做了一次，会比原来短了半个钟头。',
  '字再大一点就更好了。',
]

async function talk(
  { tx, now }: CourseScene,
  [first]: readonly Planted[],
  learners: readonly Learner[],
): Promise<void> {
  if (!first) return
  const { courseId } = first
  const some = learners.filter((_, at) => at % 3 === 2).slice(0, 36)
  const about = ({ person, home }: Learner, at: number) => ({
    id: newId(),
    unitId: home.unitId,
    memberId: person.id,
    courseId,
    text: words[at % words.length] ?? '',
    at: new Date(now.getTime() - (at + 1) * day),
  })
  await insertAll(
    tx,
    courseRatings,
    some.map((one, at) => ({ ...about(one, at), stars: 3 + ((at * 7) % 3), at: now })),
  )
  await insertAll(
    tx,
    courseRemarks,
    some.slice(0, words.length).map((one, at) => ({
      ...about(one, at),
      name: one.person.name,
      organizationName: one.home.name,
      minutes: 0,
    })),
  )
}
