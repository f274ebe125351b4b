import { newId } from '../kernel/ids.ts'
import { close } from '../modules/activities/acts/close.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import { complete } from '../modules/classes/acts/complete.ts'
import { keepSession } from '../modules/classes/acts/keep-session.ts'
import { signUp } from '../modules/classes/acts/sign-up.ts'
import { plantClass } from './classes.ts'
import { db } from './database.ts'
import { closing } from './theme-day.ts'
import { noon } from './world.ts'
import type { Person, World } from './world.ts'

type Key = { readonly unitId: string; readonly classId: string }

/** When the class of these tests is over. */
export const afterClass = new Date('2026-06-12T12:00:00Z')
export const since = (caller: Person, now = afterClass): Person => ({ ...caller, now: () => now })

/** Six lessons of three hours on three days, for those who enrolled; nobody has been there yet. */
export async function plantLessons(
  world: World,
  learners: readonly Person[],
  application: NonNullable<Parameters<typeof plantClass>[2]>['application'] = {},
): Promise<Key & { readonly lessons: readonly string[] }> {
  const quotas = [[world.county, learners.length]] as const
  const key = await plantClass(db, world.county, { quotas, application: application ?? {} })
  for (const learner of learners) await signUp(since(learner, noon), key)
  const lessons: string[] = []
  for (const day of ['10', '11', '12'])
    for (const [from, until] of [
      ['01', '04'],
      ['06', '09'],
    ] as const) {
      const { sessionId } = await keepSession(world.organizer, {
        ...key,
        ...session,
        sessionId: newId(),
        title: `第${String(lessons.length + 1)}课`,
        startsAt: `2026-06-${day}T${from}:00:00.000Z`,
        endsAt: `2026-06-${day}T${until}:00:00.000Z`,
      })
      lessons.push(sessionId)
    }
  return { ...key, lessons }
}

const session = {
  kind: 'lesson',
  place: '县委党校一号教室',
  role: 'core',
  category: 'theory',
  heading: null,
  route: 'school',
  track: 'party',
  lecturerName: '杜明远',
  lecturerRank: 'none',
  lecturerId: null,
  roomId: null,
  way: '',
  safety: '',
  topic: '',
  groups: '',
  needId: null,
  version: null,
} as const

/** Every lesson held and closed; `away` says who missed which, by its place in the timetable. */
export async function holdLessons(
  world: World,
  { unitId, lessons }: Key & { readonly lessons: readonly string[] },
  away: readonly (readonly [Person, number])[] = [],
): Promise<void> {
  const keeper = since(world.organizer)
  for (const [at, activityId] of lessons.entries()) {
    const key = { unitId, activityId }
    for (const [{ actor }, lesson] of away)
      if (lesson === at) {
        const absent = { mark: 'excused', isRemote: false, note: '病假' } as const
        await mark(keeper, { ...key, memberId: actor.personId, ...absent })
      }
    await markRest(keeper, { ...key, mark: 'present' })
    await close(keeper, await closing(keeper, key))
  }
}

export async function graduate(world: World, { unitId, classId }: Key) {
  return complete(since(world.organizer), { unitId, classId })
}
