import type { Application } from '@zhixing/contract'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { close } from '../modules/activities/acts/close.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import type { keepSession } from '../modules/classes/acts/keep-session.ts'
import { classQuotas, classes } from '../modules/classes/table.ts'
import { noon } from './world.ts'
import { closing } from './theme-day.ts'
import type { Organization, World } from './world.ts'

export const goalOfClass = {
  goal: '会主持组织生活会',
  category: 'theory' as const,
  percent: 0,
  measure: '结业时现场模拟',
  planGoalId: null,
}

/** An application that keeps to every rule; what a test is about, it changes. */
export function applicationOf(changes: Partial<Application> = {}): Application {
  return {
    title: '党支部书记培训班',
    kind: 'secretary',
    level: 'county',
    origin: 'own',
    term: 'short',
    routes: ['school'],
    tracks: ['party'],
    purpose: '提高党支部书记抓党建的能力。',
    goals: [goalOfClass],
    compulsory: [],
    from: '2026-06-10',
    until: '2026-06-12',
    travelDays: 0,
    place: '县委党校',
    people: 50,
    audience: '各党支部书记',
    enrolBy: '2026-06-08',
    requirements: '自带笔记本。',
    contactName: '李培',
    contactPhone: '0700-5550101',
    feeClass: 'third',
    budget: { lodging: 0, food: 0, venue: 0, other: 0, tour: 0, lecturers: [] },
    itinerary: [],
    isOpenToObservers: false,
    hasExam: false,
    partnerId: null,
    planItemId: null,
    ...changes,
  }
}

/** A class that has been announced, with seats by organization. */
export async function plantClass(
  db: Db,
  holder: Organization,
  {
    quotas = [],
    application = {},
    ...changes
  }: Omit<Partial<typeof classes.$inferInsert>, 'application'> & {
    application?: Partial<Application>
    quotas?: readonly (readonly [Organization, number])[]
  } = {},
) {
  const said = applicationOf(application)
  const { title, kind, level, origin, from, until, enrolBy, people, isOpenToObservers } = said
  const { unitId, path, id: organizationId } = holder
  const classId = newId()
  await db.insert(classes).values({
    title,
    kind,
    level,
    origin,
    from,
    until,
    enrolBy,
    people,
    isOpenToObservers,
    unitId,
    path,
    organizationId,
    id: classId,
    state: 'announced',
    application: said,
    byId: newId(),
    byName: '李培',
    at: noon,
    announcedAt: noon,
    ...changes,
  })
  for (const [organization, seats] of quotas)
    await db.insert(classQuotas).values({ unitId, classId, organizationId: organization.id, seats })
  return { unitId, classId }
}

type Person = World['organizer']

/** The same person at another moment. */
export function at(person: Person, moment: string): Person {
  return { ...person, now: () => new Date(moment) }
}

/** A lesson as the form sends it: the first morning of the class, where nothing else is said. */
export function lessonOf(
  key: { readonly unitId: string; readonly classId: string },
  changes: Partial<Parameters<typeof keepSession>[1]> = {},
) {
  return {
    ...key,
    sessionId: newId(),
    version: null,
    kind: 'lesson' as const,
    title: '党章导读',
    startsAt: '2026-06-10T01:00:00.000Z',
    endsAt: '2026-06-10T04:00:00.000Z',
    place: '县委党校',
    role: 'first' as const,
    category: 'theory' as const,
    heading: null,
    route: 'school' as const,
    track: 'party' as const,
    lecturerName: '林老师',
    lecturerRank: 'senior' as const,
    lecturerId: null,
    roomId: null,
    way: '',
    safety: '',
    topic: '',
    groups: '',
    needId: null,
    ...changes,
  }
}

/** Everybody came but those who are named; the record is closed. */
export async function taught(
  person: Person,
  { unitId, sessionId }: { readonly unitId: string; readonly sessionId: string },
  absent: readonly string[] = [],
) {
  const key = { unitId, activityId: sessionId }
  for (const memberId of absent)
    await mark(person, { ...key, memberId, mark: 'absent', isRemote: false, note: '' })
  await markRest(person, { ...key, mark: 'present' })
  return close(person, await closing(person, key))
}
