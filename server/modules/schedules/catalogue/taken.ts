import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { addDays, startOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { activities, listedMembers } from '../../activities/table.ts'
import { members } from '../../members/table.ts'
import { resourceBookings, resources } from '../../resources/table.ts'
import { placeKey } from '../rules/slots.ts'
import type { Taken } from '../rules/slots.ts'

type Wanted = {
  readonly organizationIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly personIds: readonly string[]
  readonly places: readonly string[]
  readonly from: Day
  readonly until: Day
}

/** Everything that already takes the time of these branches, of these people, or of these rooms. */
export async function takenIn(db: Reader, wanted: Wanted): Promise<Taken[]> {
  return [
    ...(await meetingsTaken(db, wanted)),
    ...(await lessonsTaken(db, wanted)),
    ...(await roomsTaken(db, wanted)),
  ]
}

function spanOf({ from, until }: Wanted) {
  return { since: startOf(from), before: startOf(addDays(until, 1)) }
}

async function meetingsTaken(db: Reader, wanted: Wanted): Promise<Taken[]> {
  const { organizationIds, unitIds, personIds, places } = wanted
  const { since, before } = spanOf(wanted)
  const inPlace = and(oneOf(activities.unitId, unitIds), oneOf(activities.place, places))
  const rows = await db
    .select()
    .from(activities)
    .where(
      and(
        isNull(activities.cancelledAt),
        lt(activities.startsAt, before),
        gt(activities.endsAt, since),
        or(
          oneOf(activities.organizationId, organizationIds),
          oneOf(activities.lecturerId, personIds),
          and(ne(activities.place, ''), inPlace),
        ),
      ),
    )
  return rows.map((row) => ({
    title: row.title,
    from: row.startsAt.getTime(),
    until: row.endsAt.getTime(),
    // Who sits in a lesson stands on its list, and is found by it.
    organizationIds: isListed(row.kind) ? [] : [row.organizationId],
    personIds: row.lecturerId ? [row.lecturerId] : [],
    place: placeKey(row.unitId, row.place),
  }))
}

function isListed(kind: string): boolean {
  return kind === 'classSession' || kind === 'studyGroupSession'
}

/** Lessons and sittings on whose list a member of one of the branches stands, whichever unit teaches. */
async function lessonsTaken(db: Reader, wanted: Wanted): Promise<Taken[]> {
  const { since, before } = spanOf(wanted)
  const listed = db
    .select({
      unitId: activities.unitId,
      id: activities.id,
      title: activities.title,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      memberUnitId: listedMembers.memberUnitId,
      memberId: listedMembers.memberId,
    })
    .from(listedMembers)
    .innerJoin(
      activities,
      and(
        eq(activities.unitId, listedMembers.unitId),
        eq(activities.id, listedMembers.activityId),
        isNull(activities.cancelledAt),
        lt(activities.startsAt, before),
        gt(activities.endsAt, since),
      ),
    )
    .as('listed')
  const rows = await db
    .select({
      title: listed.title,
      startsAt: listed.startsAt,
      endsAt: listed.endsAt,
      organizationIds: sql<string[]>`array_agg(distinct ${members.organizationId})`,
      personIds: sql<string[]>`array_agg(distinct ${members.id})`,
    })
    .from(listed)
    .innerJoin(
      members,
      and(
        eq(members.unitId, listed.memberUnitId),
        eq(members.id, listed.memberId),
        oneOf(members.organizationId, wanted.organizationIds),
      ),
    )
    .groupBy(listed.unitId, listed.id, listed.title, listed.startsAt, listed.endsAt)
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    from: startsAt.getTime(),
    until: endsAt.getTime(),
    place: '',
  }))
}

const held = ['ordered', 'approved', 'confirmed', 'checkedIn', 'blocked'] as const

/** Rooms of these names that somebody else ordered. */
async function roomsTaken(db: Reader, wanted: Wanted): Promise<Taken[]> {
  const { organizationIds, unitIds, places } = wanted
  const { since, before } = spanOf(wanted)
  const rows = await db
    .select({
      unitId: resources.unitId,
      name: resources.name,
      title: resourceBookings.title,
      from: resourceBookings.from,
      until: resourceBookings.until,
      forOrganizationId: resourceBookings.forOrganizationId,
    })
    .from(resourceBookings)
    .innerJoin(
      resources,
      and(
        eq(resources.unitId, resourceBookings.unitId),
        eq(resources.id, resourceBookings.resourceId),
      ),
    )
    .where(
      and(
        oneOf(resources.unitId, unitIds),
        oneOf(resources.name, places),
        eq(resourceBookings.isExclusive, true),
        inArray(resourceBookings.state, [...held]),
        lt(resourceBookings.from, before),
        gt(resourceBookings.until, since),
      ),
    )
  return rows
    .filter(({ forOrganizationId }) => !organizationIds.includes(forOrganizationId))
    .map(({ unitId, name, title, from, until }) => ({
      title,
      from: from.getTime(),
      until: until.getTime(),
      organizationIds: [],
      personIds: [],
      place: placeKey(unitId, name),
    }))
}

/** Which of these ids some of the branches have planned already: the same form was sent before. */
export async function plannedOf(
  db: Reader,
  organizationIds: readonly string[],
  activityIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(oneOf(activities.organizationId, organizationIds), oneOf(activities.id, activityIds)),
    )
  return new Set(rows.map(({ id }) => id))
}
