import type { Application } from '@zhixing/contract'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { classQuotas, classes } from '../modules/classes/table.ts'
import { noon } from './world.ts'
import type { Organization } from './world.ts'

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
    goals: [],
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
    origins: [],
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
