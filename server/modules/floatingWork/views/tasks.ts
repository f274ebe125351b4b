import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { atOrAbove, covers, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { countCircles, findCircle, findReporters, isAway } from '../store/people.ts'
import type { Circle } from '../store/people.ts'
import { findTask } from '../store/started.ts'
import { floatingGroups, floatingResults, floatingTasks } from '../table.ts'

const tasksMax = 50
/** Somebody is away to one place: more groups than that are for nobody. */
const groupsMax = 10
const namesMax = 30
const none = { done: 0, waiting: 0 }

export const listTasks = view(contract.floatingWork.tasks, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = within(reach, floatingTasks.path)
  const rows = await selectTasks(db)
    .where(chosen)
    .orderBy(desc(floatingTasks.at), desc(floatingTasks.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const people = await countCircles(db, rows.map(circleIn), dayOf(sight.now))
  const counts = await countResults(
    db,
    rows.map(({ task }) => task.id),
  )
  return {
    rows: rows.map((row, at) => ({
      ...headOf(row),
      ...(counts.get(row.task.id) ?? none),
      people: people[at] ?? 0,
    })),
    total: await db.$count(floatingTasks, chosen),
  }
})

/** Everybody whom it is for, and everybody who has reported; a branch sees its own of a task from above. */
export const showTask = view(contract.floatingWork.task, async ({ db, now, reach }, input) => {
  const task = await findTask(db, undefined, { unitId: input.unitId, id: input.taskId })
  const isMine = task && reach.some((path) => path.startsWith(task.path))
  if (!task || !(isMine || covers(reach, task.path))) throw missing('floatingWork.taskUnknown')
  const [row] = await selectTasks(db).where(
    and(eq(floatingTasks.unitId, task.unitId), eq(floatingTasks.id, task.id)),
  )
  if (!row) throw missing('floatingWork.taskUnknown')

  const { path, destination } = circleIn(row)
  const circle = { path: reach.find((own) => own.startsWith(path)) ?? path, destination }
  const day = dayOf(now)
  const { page, size } = input
  const [people = 0] = await countCircles(db, [circle], day)
  const stretch = { limit: size, offset: (page - 1) * size }
  const rows = await findReporters(db, circle, { taskId: task.id, day, ...stretch })
  return {
    ...headOf(row),
    ...((await countResults(db, [task.id])).get(task.id) ?? none),
    people,
    rows: rows.map((one) => ({ ...one, result: one.result && resultOf(one.result) })),
    total: people,
  }
})

/** What concerns me: tasks that run, and the groups I am in. */
export const myFloatingWork = ownView(contract.floatingWork.mine, async ({ db, now, actor }) => {
  const { memberId, unitId, place } = actor
  const day = dayOf(now)
  const me = and(eq(members.unitId, unitId), eq(members.id, memberId ?? unitId), isAway(day))
  const [self] = await db.select({ destination: members.floatingTo }).from(members).where(me)
  if (!self || memberId === undefined) return { groups: [], tasks: [] }

  const running = await selectTasks(db)
    .where(and(atOrAbove(place.path, floatingTasks.path), sql`${floatingTasks.endedOn} is null`))
    .orderBy(desc(floatingTasks.at))
    .limit(tasksMax)
  const mine = running.filter(({ destination }) => isThere(self.destination, destination ?? ''))
  const own = await groupsFor(db, { path: place.path, destination: self.destination })
  const people = await countCircles(db, own, day)
  const results = await db
    .select()
    .from(floatingResults)
    .where(
      and(
        eq(floatingResults.unitId, unitId),
        eq(floatingResults.memberId, memberId),
        oneOf(
          floatingResults.taskId,
          mine.map(({ task }) => task.id),
        ),
      ),
    )
  const groups = own.map(async (group, at) => ({
    unitId: group.unitId,
    groupId: group.id,
    name: group.name,
    keeper: group.keeper,
    people: people[at] ?? 0,
    names: (await findCircle(db, group, day, { limit: namesMax, offset: 0 })).map(
      ({ name }) => name,
    ),
  }))
  return {
    groups: await Promise.all(groups),
    tasks: mine.map((row) => {
      const { unitId: owner, taskId, title, body, until, organizationName } = headOf(row)
      const result = results.find((one) => one.taskId === taskId)
      const told = { unitId: owner, taskId, title, body, until, organizationName }
      return { ...told, result: result ? resultOf(result) : null }
    }),
  }
})

/** The groups that run where somebody belongs, for the place that they are away to. */
async function groupsFor(db: Reader, { path, destination }: Circle) {
  const groups = await db
    .select()
    .from(floatingGroups)
    .where(and(atOrAbove(path, floatingGroups.path), sql`ended_on is null`))
    .orderBy(desc(floatingGroups.path), asc(floatingGroups.name))
    .limit(tasksMax)
  return groups.filter((group) => isThere(destination, group.destination)).slice(0, groupsMax)
}

function isThere(destination: string, wanted: string): boolean {
  return destination.toLowerCase().includes(wanted.toLowerCase())
}

/** Results lie where the members are, which may be another unit than the one that asks. */
async function countResults(db: Reader, taskIds: readonly string[]) {
  const rows = await db
    .select({
      taskId: floatingResults.taskId,
      done: count('accepted'),
      waiting: count('reported'),
    })
    .from(floatingResults)
    .where(oneOf(floatingResults.taskId, taskIds))
    .groupBy(floatingResults.taskId)
  return new Map(rows.map(({ taskId, ...counts }) => [taskId, counts]))
}

function count(state: string) {
  return sql<number>`(count(*) filter (where ${floatingResults.state} = ${state}))::int`
}

function selectTasks(db: Reader) {
  return db
    .select({
      task: floatingTasks,
      organizationName: organizations.name,
      groupName: floatingGroups.name,
      destination: sql<
        string | null
      >`case when ${floatingGroups.endedOn} is null then ${floatingGroups.destination} end`,
    })
    .from(floatingTasks)
    .innerJoin(organizations, eq(organizations.id, floatingTasks.organizationId))
    .leftJoin(
      floatingGroups,
      and(
        eq(floatingGroups.unitId, floatingTasks.unitId),
        eq(floatingGroups.id, floatingTasks.groupId),
      ),
    )
}

type TaskRow = Awaited<ReturnType<typeof selectTasks>>[number]

function headOf({ task, organizationName, groupName }: TaskRow) {
  const { unitId, id, title, body, until, endedOn } = task
  const group = { groupName: groupName ?? '' }
  return { unitId, taskId: id, title, body, until, endedOn, organizationName, ...group }
}

/** Whom a task is for; a group that was dissolved leaves everybody who is away from there. */
function circleIn({ task: { path }, destination }: TaskRow): Circle {
  return { path, destination: destination ?? '' }
}

function resultOf({
  state,
  text,
  minutes,
  at,
  answer,
  version,
}: typeof floatingResults.$inferSelect) {
  return { state, text, minutes, at: at.toISOString(), answer, version }
}
