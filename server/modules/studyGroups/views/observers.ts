import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { addDays, dayOf, startOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import {
  groupsToSee,
  inYear,
  ofObservation,
  openSittings,
  poolOf,
  seenGroups,
  waysBetween,
} from '../catalogue/observers.ts'
import { assign } from '../rules/assign.ts'
import { studyGroups, studyObservations, studySessions } from '../table.ts'
import { showObservation } from './shown.ts'

/** As many as can be assigned at once; of the others the first are named. */
const assignedMost = 500
const namedMost = 100

export const listObservers = view(
  contract.studyGroups.observers,
  async ({ db, now, reach: whole }, { organizationId, year }) => {
    await narrowTo(db, whole, organizationId)
    const pool = await poolOf(db, organizationId, year ?? yearOf(dayOf(now)))
    return {
      rows: pool.map(({ unitId, observerId, memberUnitId, memberId, name, ...one }) => ({
        unitId,
        observerId,
        memberUnitId,
        memberId,
        name,
        organizationName: one.organizationName,
        toursMax: one.toursMax,
        assigned: one.taken,
        observed: one.observed,
      })),
    }
  },
)

/** Whoever is not seen yet this year, over the sittings that lie ahead: a suggestion, and why. */
export const proposeObservers = view(
  contract.studyGroups.proposeObservers,
  async ({ db, now, reach: whole }, { organizationId, ...asked }) => {
    const { organization, reach } = await narrowTo(db, whole, organizationId)
    const today = dayOf(now)
    const year = yearOf(today)
    const span = { from: asked.from ?? today, until: asked.until ?? `${String(year)}-12-31` }
    const all = await groupsToSee(db, reach)
    // One's own group is seen by those above.
    const below = all.filter(({ path }) => path !== organization.path)
    const ids = below.map(({ groupId }) => groupId)
    const seen = await seenGroups(db, ids, year)
    const groups = below.filter(({ groupId }) => !seen.has(groupId))
    const first = startOf(span.from)
    const sessions = await openSittings(db, ids, {
      from: first > now ? first : now,
      until: startOf(addDays(span.until, 1)),
    })
    const observers = await poolOf(db, organizationId, year)
    const wayOf = await waysBetween(db, observers, groups)
    const { rows, uncovered } = assign({ groups, sessions, observers, wayOf })
    const named = new Map(groups.map((group) => [group.groupId, group]))
    return {
      ...span,
      groups: below.length,
      seen: seen.size,
      kilometres: rows.reduce((sum, { kilometres }) => sum + kilometres, 0),
      rows: rows
        .map((row) => {
          const session = sessions.find(({ sessionId }) => sessionId === row.sessionId)
          const observer = observers.find(({ memberId }) => memberId === row.memberId)
          return {
            ...row,
            because: [...row.because],
            unitId: session?.unitId ?? '',
            groupName: named.get(row.groupId)?.name ?? '',
            title: session?.title ?? '',
            startsAt: session?.startsAt.toISOString() ?? '',
            memberUnitId: observer?.memberUnitId ?? '',
            observerName: observer?.name ?? '',
          }
        })
        .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
        .slice(0, assignedMost),
      uncoveredCount: uncovered.length,
      uncovered: uncovered.slice(0, namedMost).map(({ groupId, because }) => ({
        unitId: named.get(groupId)?.unitId ?? '',
        groupId,
        groupName: named.get(groupId)?.name ?? '',
        because,
      })),
    }
  },
)

function selectObserved(db: Reader) {
  return db
    .select({
      observation: studyObservations,
      session: studySessions,
      groupName: studyGroups.name,
    })
    .from(studyObservations)
    .innerJoin(studySessions, ofObservation)
    .innerJoin(
      studyGroups,
      and(
        eq(studyGroups.unitId, studyObservations.unitId),
        eq(studyGroups.id, studyObservations.groupId),
      ),
    )
    .$dynamic()
}

type Observed = Awaited<ReturnType<typeof selectObserved>>[number]

/** Whoever sat in may be of another unit: their names are asked by themselves. */
async function rowsOf(db: Reader, observed: readonly Observed[]) {
  const people = await db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        oneOf(
          members.unitId,
          observed.map(({ observation }) => observation.memberUnitId),
        ),
        oneOf(
          members.id,
          observed.map(({ observation }) => observation.memberId),
        ),
      ),
    )
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return observed.map((one) => rowOf(one, nameOf.get(one.observation.memberId) ?? ''))
}

function rowOf({ observation, session, groupName }: Observed, name: string) {
  const { because, observedAt, answers } = observation
  const { id: sessionId, groupId, title, startsAt, endsAt, place } = session
  return {
    ...showObservation(observation, name),
    sessionId,
    groupId,
    groupName,
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place,
    because,
    observedAt: observedAt?.toISOString() ?? null,
    answers,
  }
}

const yearsShown = 5

export const listObservations = view(
  contract.studyGroups.observations,
  async ({ db, now, actor, reach: whole }, { organizationId, page, size, ...asked }) => {
    const { organization, reach } = await narrowTo(db, whole, organizationId)
    const { path } = organization
    const year = asked.year ?? yearOf(dayOf(now))
    const where = and(
      within(reach, studyGroups.path),
      isNull(studyObservations.withdrawnAt),
      inYear(year),
    )
    const rows = await selectObserved(db)
      .where(where)
      .orderBy(desc(studySessions.startsAt), desc(studyObservations.id))
      .limit(size)
      .offset((page - 1) * size)
    const counted = db
      .select({ id: studyObservations.id })
      .from(studyObservations)
      .innerJoin(studySessions, ofObservation)
      .innerJoin(
        studyGroups,
        and(
          eq(studyGroups.unitId, studyObservations.unitId),
          eq(studyGroups.id, studyObservations.groupId),
        ),
      )
      .where(where)
      .as('counted')
    const below = (await groupsToSee(db, reach)).filter((group) => group.path !== path)
    const years = await yearsOf(db, { ids: below.map(({ groupId }) => groupId), year })
    const seen = years.seenIn(year)
    return {
      rows: await rowsOf(db, rows),
      total: await db.$count(counted),
      year,
      groups: below.length,
      seen: seen.size,
      years: years.rows.map((row) => ({ ...row, groups: below.length })),
      times: years.rows.reduce((sum, { times }) => sum + times, 0),
      unseen: below
        .filter(({ groupId }) => !seen.has(groupId))
        .slice(0, namedMost)
        .map(({ unitId, groupId, name }) => ({ unitId, groupId, groupName: name })),
      mayOversee: covers(reachOf(actor.appointments, 'studyGroups.oversee'), path),
    }
  },
)

/** How often groups were seen in each of the last five years, and which. */
async function yearsOf(db: Reader, { ids, year }: { ids: readonly string[]; year: number }) {
  const yearOfSession = sql<number>`extract(year from ${studySessions.startsAt} at time zone 'Asia/Shanghai')::int`
  const rows = await db
    .select({
      year: yearOfSession,
      groupId: studyObservations.groupId,
      times: sql<number>`count(*)::int`,
    })
    .from(studyObservations)
    .innerJoin(studySessions, ofObservation)
    .where(
      and(
        sql`${studyObservations.groupId} = any(${sql.param(ids)}::uuid[])`,
        isNotNull(studyObservations.observedAt),
      ),
    )
    .groupBy(yearOfSession, studyObservations.groupId)
  const of = (one: number) => rows.filter((row) => row.year === one)
  return {
    rows: Array.from({ length: yearsShown }, (_, at) => year - yearsShown + 1 + at).map((one) => ({
      year: one,
      seen: of(one).length,
      times: of(one).reduce((sum, { times }) => sum + times, 0),
    })),
    seenIn: (one: number) => new Set(of(one).map(({ groupId }) => groupId)),
  }
}

/** Where I am sent, what lies ahead first. */
export const myObservations = ownView(
  contract.studyGroups.myObservations,
  async ({ db, actor }) => {
    const { memberId } = actor
    if (!memberId) return { rows: [] }
    const rows = await selectObserved(db)
      .where(
        and(
          eq(studyObservations.memberId, memberId),
          isNull(studyObservations.withdrawnAt),
          isNull(studySessions.cancelledAt),
        ),
      )
      .orderBy(
        sql`${studyObservations.observedAt} is not null`,
        asc(studySessions.startsAt),
        asc(studyObservations.id),
      )
      .limit(100)
    return { rows: await rowsOf(db, rows) }
  },
)
