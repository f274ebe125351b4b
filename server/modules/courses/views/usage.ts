import { contract } from '@zhixing/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { listed } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { maySee } from '../index.ts'
import { findCourse } from '../store/library.ts'
import { courseAirings, courseLearners, courseOrders, courses } from '../table.ts'

const shown = 200

/**
 * Who takes the course and what comes of it: every order and every unit that learns, for those whose course it is; for
 * others, as far as their reach goes.
 */
export const showUsage = view(
  contract.courses.usage,
  async ({ db, actor, reach }, { courseId }) => {
    const found = await findCourse(db, courseId)
    if (!found || !maySee(actor, found)) throw missing('courses.unknown')
    const isOwn = covers(reachOf(actor.appointments, 'courses.edit'), found.path)
    const ordersSeen = isOwn ? undefined : within(reach, organizations.path)
    const learnersSeen = isOwn
      ? undefined
      : sql`exists (select from ${members} join ${organizations} on ${organizations.id} = ${members.organizationId}
        where ${members.unitId} = ${courseLearners.unitId} and ${members.id} = ${courseLearners.memberId}
        and ${within(reach, organizations.path)})`
    const orders = await db
      .select({
        order: courseOrders,
        organizationName: organizations.name,
        path: organizations.path,
      })
      .from(courseOrders)
      .innerJoin(organizations, eq(organizations.id, courseOrders.organizationId))
      .where(and(eq(courseOrders.courseId, courseId), ordersSeen))
      .orderBy(desc(courseOrders.at))
      .limit(shown)
    const units = await db
      .select({
        organizationName: organizations.name,
        learners: sql<number>`count(*)::int`,
        done: sql<number>`count(${courseLearners.completedAt})::int`,
        minutes: sql<number>`sum(${courseLearners.postedMinutes})::int`,
        lastOn: sql<string>`to_char(max(${courseLearners.startedAt}) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
      })
      .from(courseLearners)
      .innerJoin(organizations, eq(organizations.id, courseLearners.unitId))
      .where(and(eq(courseLearners.courseId, courseId), learnersSeen))
      .groupBy(organizations.id, organizations.name)
      .orderBy(desc(sql`count(*)`))
      .limit(shown)
    const followers = await countFollowers(db, courseId, orders)
    const mayOrder = reachOf(actor.appointments, 'courses.order')
    return {
      units,
      orders: orders.map(({ order, organizationName, path }) => ({
        orderId: order.id,
        organizationName,
        dueOn: order.dueOn,
        note: order.note,
        at: order.at.toISOString(),
        ...(followers.get(path) ?? { people: 0, done: 0 }),
        isWithdrawn: order.withdrawnAt !== null,
        canWithdraw: order.withdrawnAt === null && covers(mayOrder, path),
      })),
    }
  },
)

/** By the path of who ordered: how many belong there and below, and how many of them are through with the course. */
async function countFollowers(
  db: Reader,
  courseId: string,
  orders: readonly { readonly path: string }[],
) {
  const paths = listed('t', { path: ['text', [...new Set(orders.map(({ path }) => path))]] })
  const through = sql`(select distinct unit_id, member_id from ${courseLearners}
    where course_id = ${courseId} and completed_at is not null)`
  const rows = await db
    .select({
      path: sql<string>`t.path`,
      people: sql<number>`count(*)::int`,
      done: sql<number>`count(l.member_id)::int`,
    })
    .from(
      sql`${paths} join ${organizations} o on starts_with(o.path, t.path)
      join ${members} m on m.organization_id = o.id and m.left_on is null
      left join ${through} l on l.unit_id = m.unit_id and l.member_id = m.id`,
    )
    .groupBy(sql`t.path`)
  return new Map(rows.map(({ path, ...counts }) => [path, counts]))
}

/** Where films made here were shown to people outside. */
export const listAchievements = view(
  contract.courses.achievements,
  async (sight, { organizationId, page, size }) => {
    const { reach } = await narrowTo(sight.db, sight.reach, organizationId)
    const rows = await sight.db
      .select({
        courseId: courses.id,
        title: courses.title,
        organizationName: organizations.name,
        outlet: courseAirings.outlet,
        level: courseAirings.level,
        airedOn: courseAirings.airedOn,
      })
      .from(courseAirings)
      .innerJoin(courses, eq(courses.id, courseAirings.courseId))
      .innerJoin(organizations, eq(organizations.id, courses.organizationId))
      .where(within(reach, organizations.path))
      .orderBy(desc(courseAirings.airedOn), desc(courseAirings.id))
      .limit(size)
      .offset((page - 1) * size)
    const levels = await sight.db
      .select({ level: courseAirings.level, count: sql<number>`count(*)::int` })
      .from(courseAirings)
      .innerJoin(courses, eq(courses.id, courseAirings.courseId))
      .innerJoin(organizations, eq(organizations.id, courses.organizationId))
      .where(within(reach, organizations.path))
      .groupBy(courseAirings.level)
      .orderBy(courseAirings.level)
    return { rows, total: levels.reduce((sum, { count }) => sum + count, 0), levels }
  },
)
