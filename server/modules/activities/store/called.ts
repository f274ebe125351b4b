import { and, eq, exists, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { nobody } from '../../../kernel/trace.ts'
import { members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { activities, attendances } from '../table.ts'
import type { ActivityKey, Held } from './activities.ts'
import { findListsOf } from './listed.ts'

type Me = { readonly unitId: string; readonly memberId: string }

/**
 * My branch's, as far as I am one of those it is held for and it was called or has begun; the lessons on whose list I
 * stand, whichever unit teaches; and wherever I was.
 */
export async function isMine(
  db: Reader,
  { unitId, memberId }: Me,
  now: Date,
): Promise<SQL | undefined> {
  const lessons = await findListsOf(db, memberId)
  const home = await homeOf(db, { unitId, memberId })
  const sits = db
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.unitId, activities.unitId),
        eq(posts.memberId, memberId),
        eq(posts.organizationId, activities.organizationId),
        isNull(posts.until),
      ),
    )
  const isFor = or(
    sql`${activities.kind} in ('memberMeeting', 'lecture', 'themeDay', 'lifeMeeting')`,
    home.groupId
      ? and(eq(activities.kind, 'groupMeeting'), eq(activities.groupId, home.groupId))
      : undefined,
    and(eq(activities.kind, 'committeeMeeting'), exists(sits)),
  )
  const isTold = or(isNotNull(activities.calledAt), lte(activities.startsAt, now))
  const atHome = and(eq(activities.organizationId, home.organizationId), isFor, isTold)
  const own = and(eq(activities.unitId, unitId), or(isNotNull(attendances.id), atHome))
  if (lessons.length === 0) return own
  const listed = and(
    oneOf(
      activities.unitId,
      lessons.map((one) => one.unitId),
    ),
    oneOf(
      activities.id,
      lessons.map(({ activityId }) => activityId),
    ),
  )
  return or(own, listed)
}

/** Asked first: what one is called to may lie in another unit, on another node. */
async function homeOf(db: Reader, { unitId, memberId }: Me) {
  const [home] = await db
    .select({ organizationId: members.organizationId, groupId: members.groupId })
    .from(members)
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  return home ?? { organizationId: nobody, groupId: null }
}

/** The activity, if this member is called to it or was there. */
export async function findCalled(
  db: Reader,
  { unitId, activityId }: ActivityKey,
  me: Me,
  now: Date,
): Promise<Held | undefined> {
  const [row] = await db
    .select({
      activity: activities,
      path: organizations.path,
      organizationName: organizations.name,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(
      attendances,
      and(
        eq(attendances.unitId, activities.unitId),
        eq(attendances.activityId, activities.id),
        eq(attendances.memberId, me.memberId),
      ),
    )
    .where(
      and(eq(activities.unitId, unitId), eq(activities.id, activityId), await isMine(db, me, now)),
    )
  return row
}
