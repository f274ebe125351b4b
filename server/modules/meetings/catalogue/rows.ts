import { listedKinds } from '@zhixing/contract/words.ts'
import type { ActivityKind } from '@zhixing/contract'
import type { AnyColumn, SQL } from 'drizzle-orm'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '../../../kernel/db.ts'
import { activities, attendances, closureInForce, closures } from '../../activities/table.ts'
import { organizations } from '../../organizations/table.ts'
import { meetingState } from '../rules/frequency.ts'

const groups = alias(organizations, 'groups')

/** Activities with their organization and the closing that is in force; every list of meetings begins here. */
export function selectMeetings(db: Reader) {
  return db
    .select({
      activity: activities,
      kind: sql<ActivityKind>`${activities.kind}`,
      organizationName: organizations.name,
      groupName: sql<string>`coalesce(${groups.name}, '')`,
      closedAt: closures.closedAt,
      isLate: sql<boolean>`coalesce(${closures.isLate}, false)`,
      due: countOf(eq(attendances.isDue, true)),
      present: countOf(and(eq(attendances.isDue, true), eq(attendances.mark, 'present'))),
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(groups, eq(groups.id, activities.groupId))
    .leftJoin(closures, inForce())
    .$dynamic()
}

/** What branches hold; the lessons of classes are seen with their class. */
export function isMeeting(): SQL {
  return notInArray(activities.kind, [...listedKinds])
}

export function inForce(): SQL | undefined {
  return closureInForce
}

/** Asked for the rows of the page only: the planner puts it after the limit. */
function countOf(which: SQL | undefined): SQL<number> {
  const own = and(
    same(attendances.unitId, activities.unitId),
    same(attendances.activityId, activities.id),
    which,
  )
  return sql<number>`(select count(*)::int from ${attendances} where ${own})`
}

function same(one: AnyColumn, other: AnyColumn): SQL {
  return sql`${one} = ${other}`
}

/** The little that a board over thousands of meetings needs of each. */
export function selectForBoard(db: Reader) {
  const { unitId, id, organizationId, groupId, kind, title, month } = activities
  const { startsAt, calledAt, cancelledAt } = activities
  const named = { unitId, id, organizationId, groupId, kind, title, month }
  return db
    .select({
      activity: { ...named, startsAt, calledAt, cancelledAt },
      closedAt: closures.closedAt,
      isLate: sql<boolean>`coalesce(${closures.isLate}, false)`,
    })
    .from(activities)
    .leftJoin(closures, inForce())
    .$dynamic()
}

type Found = Awaited<ReturnType<typeof selectMeetings>>[number]
type OnBoard = Awaited<ReturnType<typeof selectForBoard>>[number]

export function rowOf({ activity, closedAt, ...facts }: Found, now: Date) {
  return {
    ...activity,
    ...facts,
    activityId: activity.id,
    startsAt: activity.startsAt.toISOString(),
    state: stateOf({ activity, closedAt }, now),
  }
}

function stateOf({ activity, closedAt }: Pick<OnBoard, 'activity' | 'closedAt'>, now: Date) {
  return meetingState({
    isClosed: closedAt !== null,
    isCancelled: activity.cancelledAt !== null,
    isCalled: activity.calledAt !== null,
    hasBegun: activity.startsAt <= now,
  })
}

/** What the frequency rules ask of one. */
export function meetingOf({ activity, closedAt, isLate }: OnBoard, now: Date) {
  const { unitId, id: activityId, title, month, startsAt } = activity
  const state = stateOf({ activity, closedAt }, now)
  return { unitId, activityId, title, month, startsAt, closedAt, isLate, state }
}
