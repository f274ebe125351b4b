import type { ActivityKind } from '@zhixing/contract'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { activities, attendances, closureInForce, closures } from '../../activities/table.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { organizations } from '../../organizations/table.ts'
import { contactPoints } from '../table.ts'

const ofYear = (of: number) => sql`${activities.month} between ${`${of}-01`} and ${`${of}-12`}`

/** They came, or gave the lesson: of closed records, in the days for which they looked after the branch. */
const isThere = sql`(${activities.lecturerId} = points.member_id or exists (
  select from ${attendances} where ${attendances.unitId} = ${activities.unitId}
  and ${attendances.activityId} = ${activities.id} and ${attendances.memberId} = points.member_id
  and ${attendances.mark} = 'present'))`
const inTime = sql`(${activities.startsAt} at time zone 'Asia/Shanghai')::date >= points.from_day
  and (points.until_day is null
    or (${activities.startsAt} at time zone 'Asia/Shanghai')::date <= points.until_day)`

/** The points of these leaders, or of these branches, with everything that the leader did there in a year. */
export async function pointsOf(
  db: Reader,
  by: { readonly memberIds: readonly string[] } | { readonly organizationIds: readonly string[] },
  inYear: number,
) {
  const which =
    'memberIds' in by
      ? oneOf(contactPoints.memberId, by.memberIds)
      : oneOf(contactPoints.organizationId, by.organizationIds)
  const points = await db
    .select({ point: contactPoints, organizationName: organizations.name })
    .from(contactPoints)
    .innerJoin(organizations, eq(organizations.id, contactPoints.organizationId))
    .where(and(which, isNull(contactPoints.until)))
    .orderBy(asc(contactPoints.from), asc(contactPoints.id))
  const rows = await thereRows(db, and(which, isNull(contactPoints.until)), inYear)
  const byPoint = Map.groupBy(rows, ({ pointId }) => pointId)
  return points.map(({ point, organizationName }) => {
    const there = (byPoint.get(point.id) ?? []).map(({ startsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
    }))
    return {
      unitId: point.unitId,
      pointId: point.id,
      memberId: point.memberId,
      organizationId: point.organizationId,
      organizationName,
      from: point.from,
      basis: point.basis,
      visits: there.length,
      lessons: there.filter(({ isLecturer }) => isLecturer).length,
      there,
    }
  })
}

async function thereRows(db: Reader, which: SQL | undefined, inYear: number) {
  const points = db.select().from(contactPoints).where(which).as('points')
  return db
    .select({
      pointId: points.id,
      unitId: activities.unitId,
      activityId: activities.id,
      kind: sql<ActivityKind>`${activities.kind}`,
      title: activities.title,
      startsAt: activities.startsAt,
      isLecturer: sql<boolean>`${activities.kind} = 'lecture'
        and coalesce(${activities.lecturerId} = ${points.memberId}, false)`,
    })
    .from(points)
    .innerJoin(
      activities,
      and(
        eq(activities.organizationId, points.organizationId),
        isNull(activities.cancelledAt),
        sql`${activities.kind} not in ('classSession', 'studyGroupSession')`,
        ofYear(inYear),
        isThere,
        inTime,
      ),
    )
    .innerJoin(closures, closureInForce)
    .orderBy(asc(activities.startsAt), asc(activities.id))
}

/** Lessons that each gave at their own branch in a year. */
export async function ownLessons(db: Reader, memberIds: readonly string[], inYear: number) {
  const rows = await db
    .select({ memberId: sql<string>`m.id`, count: sql<number>`count(*)::int` })
    .from(activities)
    .innerJoin(
      sql`members m`,
      sql`m.unit_id = ${activities.unitId} and m.id = ${activities.lecturerId}
        and m.organization_id = ${activities.organizationId}`,
    )
    .innerJoin(closures, closureInForce)
    .where(
      and(
        oneOf(activities.lecturerId, memberIds),
        eq(activities.kind, 'lecture'),
        isNull(activities.cancelledAt),
        ofYear(inYear),
      ),
    )
    .groupBy(sql`m.id`)
  return new Map(rows.map(({ memberId, count }) => [memberId, count]))
}

/** What the ledger of a member's hours says of a year. */
export async function ledgerMinutes(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
  year: number,
): Promise<number> {
  const [row] = await db
    .select({ minutes: sql<number>`coalesce(sum(${hourEntries.minutes}), 0)::int` })
    .from(hourEntries)
    .where(
      and(
        eq(hourEntries.unitId, unitId),
        eq(hourEntries.memberId, memberId),
        eq(hourEntries.year, year),
        eq(hourEntries.ledger, 'member'),
      ),
    )
  return row?.minutes ?? 0
}
