import { and, asc, eq, gte, ilike, isNull, lt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { addDays, dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { commonPath, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { attendances, closures, listedMembers } from '../../activities/table.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { reportDueOn } from '../rules/session.ts'
import type { Sitting } from '../rules/standing.ts'
import {
  studyFilings,
  studyGroups,
  studyObservations,
  studyPlans,
  studySeats,
  studySessions,
} from '../table.ts'
import { studyRulesBelow } from './rules.ts'

/** Of committees that are still there. */
export const isGroupIn = (reach: Reach, text: string) =>
  and(
    within(reach, studyGroups.path),
    isNull(organizations.dissolvedOn),
    text === '' ? undefined : ilike(studyGroups.name, containing(text)),
  )

/** The groups of a reach, by their place in the tree. */
export function groupsIn(db: Reader, reach: Reach, text = '') {
  return db
    .select({ group: studyGroups, organizationName: organizations.name })
    .from(studyGroups)
    .innerJoin(organizations, eq(organizations.id, studyGroups.organizationId))
    .where(isGroupIn(reach, text))
    .orderBy(asc(organizations.path), asc(studyGroups.id))
    .$dynamic()
}

type Found = Awaited<ReturnType<typeof groupsIn>>[number]['group']

const ofActivity = (table: typeof attendances | typeof listedMembers | typeof closures): SQL =>
  sql`${table.unitId} = ${studySessions.unitId} and ${table.activityId} = ${studySessions.id}`

export const isClosed = sql<boolean>`exists (select from ${closures} where ${ofActivity(closures)}
  and ${closures.reopenedAt} is null)`
const dueInFact = sql<number>`(select count(*)::int from ${attendances} where ${ofActivity(attendances)}
  and ${attendances.isDue} and not ${attendances.isGuest})`
const listed = sql<number>`(select count(*)::int from ${listedMembers} where ${ofActivity(listedMembers)})`
const present = sql<number>`(select count(*)::int from ${attendances} where ${ofActivity(attendances)}
  and ${attendances.isDue} and ${attendances.mark} = 'present' and ${attendances.way} <> 'makeUp')`
const ofSession = sql`${studyObservations.unitId} = ${studySessions.unitId}
  and ${studyObservations.sessionId} = ${studySessions.id} and ${studyObservations.withdrawnAt} is null`
const observed = sql<number>`(select count(*)::int from ${studyObservations} where ${ofSession}
  and ${studyObservations.observedAt} is not null)`
const scores = sql<number[]>`array(select ${studyObservations.score}::int from ${studyObservations}
  where ${ofSession} and ${studyObservations.score} is not null)`

/** Sittings with everything that is counted of them. */
export function selectSittings(db: Reader) {
  return db
    .select({
      session: studySessions,
      isClosed,
      due: sql<number>`case when ${isClosed} then ${dueInFact} else ${listed} end`,
      present,
      observed,
      scores,
    })
    .from(studySessions)
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectSittings>>[number]

export function sittingOf({ session, ...counted }: Row, dueOn: Day): Sitting {
  const { form, startsAt, endsAt, cancelledAt, reportedAt, isLate, hearing } = session
  return { form, startsAt, endsAt, cancelledAt, reportedAt, isLate, hearing, ...counted, dueOn }
}

type Span = { readonly from: Day; readonly until: Day }

/** What the groups did from a day until a day, with the rules that hold for each. */
export async function sittingsOf(db: Reader, groups: readonly Found[], { from, until }: Span) {
  const rules = await studyRulesBelow(db, commonPath(groups.map(({ path }) => path)))
  const rows =
    groups.length === 0
      ? []
      : await selectSittings(db)
          .where(
            and(
              oneOf(
                studySessions.groupId,
                groups.map(({ id }) => id),
              ),
              gte(studySessions.startsAt, startOf(from)),
              lt(studySessions.startsAt, startOf(addDays(until, 1))),
            ),
          )
          .orderBy(asc(studySessions.startsAt), asc(studySessions.id))
  const byGroup = Map.groupBy(
    rows.map((row) => ({
      groupId: row.session.groupId,
      sitting: sittingOf(row, dueOnOf(rules, row)),
    })),
    ({ groupId }) => groupId,
  )
  return {
    rules,
    of: (groupId: string) => (byGroup.get(groupId) ?? []).map(({ sitting }) => sitting),
  }
}

type Rules = Awaited<ReturnType<typeof studyRulesBelow>>

/** Until when the report of a sitting is in time, by the rule of its day. */
export function dueOnOf(rules: Rules, { session }: Pick<Row, 'session'>): Day {
  const { path, endsAt } = session
  const days = rules.at({ path, day: dayOf(endsAt) })['study_group.report.days'].value
  return reportDueOn(session, days)
}

/** Plans and filings of a year, and who sits where, by group. */
export async function paperworkOf(db: Reader, groupIds: readonly string[], year: number) {
  const ids = [...groupIds]
  const plans = await db
    .select({ groupId: studyPlans.groupId, adoptedOn: studyPlans.adoptedOn })
    .from(studyPlans)
    .where(and(oneOf(studyPlans.groupId, ids), eq(studyPlans.year, year)))
  const filings = await db
    .select({ groupId: studyFilings.groupId, receivedAt: studyFilings.receivedAt })
    .from(studyFilings)
    .where(and(oneOf(studyFilings.groupId, ids), eq(studyFilings.year, year)))
  const seats = await seatsIn(db, ids)
  return {
    plans: new Map(plans.map((row) => [row.groupId, row])),
    filings: new Map(filings.map((row) => [row.groupId, row])),
    seats: Map.groupBy(seats, ({ groupId }) => groupId),
  }
}

const rankOf = (role: AnyPgColumn) =>
  sql`array_position(array['leader', 'member', 'secretary', 'extended'], ${role})`

/** Who sits in these groups now and is still on the roll, the leader first. */
export async function seatsIn(db: Reader, groupIds: readonly string[]) {
  const seats = db
    .select()
    .from(studySeats)
    .where(and(oneOf(studySeats.groupId, groupIds), isNull(studySeats.until)))
    .as('seats')
  return db
    .select({
      unitId: seats.unitId,
      groupId: seats.groupId,
      memberUnitId: seats.memberUnitId,
      memberId: seats.memberId,
      role: seats.role,
      name: members.name,
      organizationName: organizations.name,
    })
    .from(seats)
    .innerJoin(members, and(eq(members.unitId, seats.memberUnitId), eq(members.id, seats.memberId)))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(isNull(members.leftOn))
    .orderBy(rankOf(seats.role), members.nameKey, members.id)
}
