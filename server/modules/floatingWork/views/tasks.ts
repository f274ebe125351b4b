import { contract } from '@zhixing/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { atOrAbove, covers, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { circleOf } from '../steps/circle-of.ts'
import { findCircle, isAway } from '../store/people.ts'
import { findTask } from '../store/started.ts'
import type { Task } from '../store/started.ts'
import { floatingGroups, floatingResults, floatingTasks } from '../table.ts'

const tasksMax = 50

export const listTasks = view(contract.floatingWork.tasks, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = within(reach, floatingTasks.path)
  const rows = await selectTasks(db)
    .where(chosen)
    .orderBy(desc(floatingTasks.at), desc(floatingTasks.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const shown = rows.map(async (row) => ({
    ...headOf(row),
    people: (await circleOf(db, row.task, dayOf(sight.now))).length,
  }))
  return { rows: await Promise.all(shown), total: await db.$count(floatingTasks, chosen) }
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

  const results = await resultsOf(db, task.id)
  const people = await peopleOf(db, task, { day: dayOf(now), reach })
  return {
    ...headOf(row),
    people: people.length,
    rows: people.map((one) => ({ ...one, result: results.get(keyOf(one)) ?? null })),
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
  const groups = await db
    .select()
    .from(floatingGroups)
    .where(and(atOrAbove(place.path, floatingGroups.path), sql`ended_on is null`))
  const own = groups.filter(({ destination }) => isThere(self.destination, destination))
  const results = await Promise.all(mine.map(({ task }) => resultsOf(db, task.id, memberId)))
  return {
    groups: await Promise.all(
      own.map(async (group) => ({
        unitId: group.unitId,
        groupId: group.id,
        name: group.name,
        keeper: group.keeper,
        people: (await findCircle(db, group, day)).map(({ name }) => name),
      })),
    ),
    tasks: mine.map((row, at) => {
      const { unitId: owner, taskId, title, body, until, organizationName } = headOf(row)
      const result = results[at]?.get(keyOf({ unitId, memberId })) ?? null
      return { unitId: owner, taskId, title, body, until, organizationName, result }
    }),
  }
})

function isThere(destination: string, wanted: string): boolean {
  return destination.toLowerCase().includes(wanted.toLowerCase())
}

function count(state: string) {
  return sql<number>`(select count(*)::int from ${floatingResults}
    where ${floatingResults.taskId} = ${floatingTasks.id} and ${floatingResults.state} = ${state})`
}

function selectTasks(db: Reader) {
  return db
    .select({
      task: floatingTasks,
      organizationName: organizations.name,
      groupName: floatingGroups.name,
      destination: floatingGroups.destination,
      done: count('accepted'),
      waiting: count('reported'),
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

function headOf({ task, organizationName, groupName, done, waiting }: TaskRow) {
  const { unitId, id, title, body, until, endedOn } = task
  const counts = { done, waiting, groupName: groupName ?? '' }
  return { unitId, taskId: id, title, body, until, endedOn, organizationName, ...counts }
}

/** Somebody who has moved between units has the same id in both. */
function keyOf({ unitId, memberId }: { readonly unitId: string; readonly memberId: string }) {
  return `${unitId} ${memberId}`
}

async function resultsOf(db: Reader, taskId: string, memberId?: string) {
  const rows = await db
    .select()
    .from(floatingResults)
    .where(
      and(
        eq(floatingResults.taskId, taskId),
        memberId === undefined ? undefined : eq(floatingResults.memberId, memberId),
      ),
    )
  return new Map(
    rows.map(({ unitId, memberId: id, state, text, minutes, at, answer, version }) => [
      keyOf({ unitId, memberId: id }),
      { state, text, minutes, at: at.toISOString(), answer, version },
    ]),
  )
}

async function peopleOf(
  db: Reader,
  task: Task,
  { day, reach }: { readonly day: string; readonly reach: readonly string[] },
) {
  const narrowest = reach.find((path) => path.startsWith(task.path)) ?? task.path
  return circleOf(db, { ...task, path: narrowest }, day)
}
