import { contract } from '@zhixing/contract'
import { and, desc, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { isFor } from '../rules/library.ts'
import { countLearners, findOwnCourses } from '../store/learners.ts'
import { findOrdersFor } from '../store/standing.ts'
import { courses } from '../table.ts'
import { doneOf, linesOf } from './lines.ts'

/** What was ordered for me and what I chose myself, as far as it is not done: the nearest day first. */
export const listDue = ownView(contract.courses.due, async ({ db, now, actor }) => ({
  rows: await findDue(db, actor, dayOf(now)),
}))

type Learner = Pick<Actor, 'unitId' | 'personId' | 'place'>

/** The same for the page on which everything stands that somebody has to do. */
export async function findDue(
  db: Reader,
  { unitId, personId: memberId, place }: Learner,
  today: Day,
) {
  const whose = { unitId, memberId }
  const own = await findOwnCourses(db, whose)
  // The nearest order of a course is the one that counts.
  const orders = new Map(
    (await findOrdersFor(db, place.path)).toReversed().map((one) => [one.courseId, one]),
  )
  const ids = [...new Set([...orders.keys(), ...own.keys()])].filter(
    (id) => !own.get(id)?.completedAt,
  )
  const rows = await db
    .select({
      course: courses,
      unitId: organizations.unitId,
      path: organizations.path,
      organizationName: organizations.name,
    })
    .from(courses)
    .innerJoin(organizations, eq(organizations.id, courses.organizationId))
    .where(and(oneOf(courses.id, ids), eq(courses.state, 'published')))
  const mine = rows.filter(({ course, path }) => isFor({ scope: course.scope, path }, place.path))
  const lines = await linesOf(db, mine)
  const done = await doneOf(db, whose, lines)
  const due = lines.map(({ row, line }) => {
    const { dueOn = null, from = '' } = orders.get(row.course.id) ?? {}
    const isOverdue = dueOn !== null && dueOn < today
    return { ...line, doneItems: done.get(row.course.id) ?? 0, dueOn, from, isOverdue }
  })
  const far = '9999-12-31'
  return due.toSorted((a, b) => ((a.dueOn ?? far) < (b.dueOn ?? far) ? -1 : 1))
}

/** The short lessons I handed in, and what they earned. */
export const listMine = ownView(contract.courses.mine, async ({ db, now, actor }) => {
  const rows = await db
    .select({ course: courses })
    .from(courses)
    .where(eq(courses.authorId, actor.personId))
    .orderBy(desc(courses.createdAt))
    .limit(100)
  const point = { path: actor.place.path, day: dayOf(now) }
  const { value: each } = await ruleAt(db, 'course.micro.points', point)
  const learnersOf = await countLearners(
    db,
    rows.map(({ course }) => course.id),
  )
  const shown = rows.map(({ course }) => ({
    courseId: course.id,
    title: course.title,
    state: course.state,
    reason: course.reason,
    at: course.createdAt.toISOString(),
    points: course.publishedAt ? each : 0,
    learners: learnersOf.get(course.id)?.learners ?? 0,
  }))
  return { points: shown.reduce((sum, { points }) => sum + points, 0), rows: shown }
})
