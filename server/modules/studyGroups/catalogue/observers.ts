import { and, avg, eq, gt, gte, isNotNull, isNull, like, lt, sql } from 'drizzle-orm'
import { dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { fieldsOf, oneOf } from '../../../kernel/many.ts'
import { commonPath, parentOf } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { kilometresBetween } from '../../resources/index.ts'
import { resources } from '../../resources/table.ts'
import type { Group, Observer, Open, Way, WayOf } from '../rules/assign.ts'
import { studyObservations, studyObservers, studySessions } from '../table.ts'
import { groupsIn, seatsIn } from './facts.ts'

/** The groups of a reach, with everybody who sits there. */
export async function groupsToSee(
  db: Reader,
  reach: Reach,
  only?: readonly string[],
): Promise<(Group & { unitId: string })[]> {
  const found = await groupsIn(db, reach)
  const wanted = found.filter(({ group }) => !only || only.includes(group.id))
  if (wanted.length === 0) return []
  const seats = await seatsIn(
    db,
    wanted.map(({ group }) => group.id),
  )
  const people = Map.groupBy(seats, ({ groupId }) => groupId)
  return wanted.map(({ group: { id, unitId, name, path } }) => ({
    groupId: id,
    unitId,
    name,
    path,
    memberIds: new Set((people.get(id) ?? []).map(({ memberId }) => memberId)),
  }))
}

export type Pooled = Observer & {
  readonly unitId: string
  readonly observerId: string
  readonly memberUnitId: string
  readonly organizationName: string
  readonly observed: number
}

/** Those one organization sends: where they set out, how often they were sent this year and on which days. */
export async function poolOf(db: Reader, organizationId: string, year: number): Promise<Pooled[]> {
  const sending = db
    .select()
    .from(studyObservers)
    .where(and(eq(studyObservers.organizationId, organizationId), isNull(studyObservers.until)))
    .as('sending')
  const rows = await db
    .select({ observer: fieldsOf(sending), name: members.name, home: organizations })
    .from(sending)
    .innerJoin(
      members,
      and(eq(members.unitId, sending.memberUnitId), eq(members.id, sending.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(isNull(members.leftOn))
    .orderBy(members.nameKey, members.id)
  const ids = rows.map(({ observer }) => observer.memberId)
  const sent = ids.length === 0 ? [] : await sentOf(db, ids, year)
  return rows.map(({ observer, name, home }) => {
    const own = sent.filter(({ memberId }) => memberId === observer.memberId)
    return {
      unitId: observer.unitId,
      observerId: observer.id,
      memberUnitId: observer.memberUnitId,
      memberId: observer.memberId,
      name,
      path: home.path,
      homeName: home.name,
      organizationName: home.name,
      toursMax: observer.toursMax,
      taken: own.length,
      observed: own.filter(({ observedAt }) => observedAt !== null).length,
      busyDays: new Set(own.map(({ startsAt }) => dayOf(startsAt))),
    }
  })
}

async function sentOf(db: Reader, memberIds: readonly string[], year: number) {
  return db
    .select({
      memberId: studyObservations.memberId,
      observedAt: studyObservations.observedAt,
      startsAt: studySessions.startsAt,
    })
    .from(studyObservations)
    .innerJoin(studySessions, ofObservation)
    .where(
      and(
        oneOf(studyObservations.memberId, memberIds),
        isNull(studyObservations.withdrawnAt),
        isNull(studySessions.cancelledAt),
        inYear(year),
      ),
    )
}

export const ofObservation = and(
  eq(studySessions.unitId, studyObservations.unitId),
  eq(studySessions.id, studyObservations.sessionId),
)

export function inYear(year: number) {
  return and(
    gte(studySessions.startsAt, startOf(`${String(year)}-01-01`)),
    lt(studySessions.startsAt, startOf(`${String(year + 1)}-01-01`)),
  )
}

/** The groups that were seen this year, or to which somebody is sent already. */
export async function seenGroups(db: Reader, groupIds: readonly string[], year: number) {
  if (groupIds.length === 0) return new Set<string>()
  const rows = await db
    .selectDistinct({ groupId: studyObservations.groupId })
    .from(studyObservations)
    .innerJoin(studySessions, ofObservation)
    .where(
      and(
        oneOf(studyObservations.groupId, groupIds),
        isNull(studyObservations.withdrawnAt),
        isNull(studySessions.cancelledAt),
        inYear(year),
      ),
    )
  return new Set(rows.map(({ groupId }) => groupId))
}

/** Sittings still to come, with a place to go to. */
export async function openSittings(
  db: Reader,
  groupIds: readonly string[],
  span: { readonly from: Date; readonly until: Date },
): Promise<(Open & { title: string; startsAt: Date; unitId: string })[]> {
  if (groupIds.length === 0) return []
  const rows = await db
    .select()
    .from(studySessions)
    .where(
      and(
        oneOf(studySessions.groupId, groupIds),
        isNull(studySessions.cancelledAt),
        sql`${studySessions.form} <> 'selfStudy'`,
        gt(studySessions.startsAt, span.from),
        lt(studySessions.startsAt, span.until),
      ),
    )
    .orderBy(studySessions.startsAt, studySessions.id)
  return rows.map(({ unitId, id, groupId, title, startsAt }) => ({
    unitId,
    sessionId: id,
    groupId,
    title,
    startsAt,
    day: dayOf(startsAt),
  }))
}

/** What is said of a way where nobody wrote down where one of its ends lies. */
const guessed = { near: 5, far: 30 } as const

/**
 * Ways between homes and houses: each lies where its organization's rooms and bases lie, or those of the one above.
 * Without any the tree says whether it is the same town.
 */
export async function waysBetween(
  db: Reader,
  observers: readonly Observer[],
  groups: readonly Group[],
): Promise<WayOf> {
  const paths = [...observers, ...groups].map(({ path }) => path)
  const root = commonPath(paths)
  const placed = await db
    .select({
      path: organizations.path,
      latitude: avg(resources.latitude).mapWith(Number),
      longitude: avg(resources.longitude).mapWith(Number),
    })
    .from(resources)
    .innerJoin(organizations, eq(organizations.id, resources.organizationId))
    .where(
      and(
        like(organizations.path, `${root}%`),
        isNotNull(resources.latitude),
        isNotNull(resources.longitude),
      ),
    )
    .groupBy(organizations.path)
  const known = new Map<string, { latitude: number; longitude: number } | undefined>()
  const spotOf = (path: string) => {
    if (!known.has(path)) known.set(path, meanAt(path))
    return known.get(path)
  }
  function meanAt(path: string) {
    const own = placed.filter((one) => one.path.startsWith(path))
    const mean = (of: (one: (typeof placed)[number]) => number) =>
      own.reduce((sum, one) => sum + of(one), 0) / own.length
    if (own.length > 0)
      return { latitude: mean((one) => one.latitude), longitude: mean((one) => one.longitude) }
    // Not as far up as everybody shares: that would put all of them in one spot.
    const above = parentOf(path)
    return above.length > root.length ? spotOf(above) : undefined
  }
  return (observer, group): Way => {
    const [home, house] = [spotOf(observer.path), spotOf(group.path)]
    if (home && house)
      return { kilometres: Math.round(kilometresBetween(home, house)), isGuess: false }
    const isNear = commonPath([observer.path, group.path]).length > root.length
    return { kilometres: isNear ? guessed.near : guessed.far, isGuess: true }
  }
}
