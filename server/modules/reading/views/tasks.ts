import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { listed, oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { inLineWith, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { findMarks, findTask, findTasksOf } from '../store.ts'
import type { Task } from '../store.ts'
import { readingMarks, readingTasks } from '../table.ts'

function lineOf(task: Task, from: string) {
  const { id: taskId, title, courseId, dueOn, ownerId } = task
  const chapters = task.chapters.map((chapter) => ({ ...chapter }))
  return { taskId, title, from, isOwn: ownerId !== null, courseId, dueOn, chapters }
}

/** What was asked here, below, or here from above; what members plan for themselves is theirs. */
export const listTasks = view(
  contract.reading.list,
  async (sight, { organizationId, page, size }) => {
    const { db } = sight
    const { organization } = await narrowTo(db, sight.reach, organizationId)
    const { path } = organization
    const chosen = and(isNull(readingTasks.ownerId), inLineWith(path, organizations.path))
    const rows = await db
      .select({
        task: readingTasks,
        from: organizations.name,
        path: organizations.path,
      })
      .from(readingTasks)
      .innerJoin(organizations, eq(organizations.id, readingTasks.organizationId))
      .where(chosen)
      .orderBy(desc(readingTasks.at))
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(readingTasks)
      .innerJoin(organizations, eq(organizations.id, readingTasks.organizationId))
      .where(chosen)
    const readers = await countReaders(db, rows, path)
    return {
      total: all?.total ?? 0,
      rows: rows.map(({ task, from }) => ({
        ...lineOf(task, from),
        ...(readers.get(task.id) ?? { people: 0, begun: 0, done: 0 }),
        isWithdrawn: task.withdrawnAt !== null,
      })),
    }
  },
)

/** By task: who belongs both where it was asked and where somebody looks, and how many of them began it, or read it all. */
async function countReaders(
  db: Reader,
  tasks: readonly { readonly task: Task; readonly path: string }[],
  from: string,
) {
  const ids = tasks.map(({ task }) => task.id)
  const asked = listed('t', {
    id: ['uuid', ids],
    path: ['text', tasks.map(({ path }) => path)],
    chapters: ['int', tasks.map(({ task }) => task.chapters.length)],
  })
  const marks = sql`(select task_id, unit_id, member_id, count(*) as chapters from ${readingMarks}
    where ${oneOf(readingMarks.taskId, ids)} group by 1, 2, 3)`
  const rows = await db
    .select({
      taskId: sql<string>`t.id`,
      people: sql<number>`count(*)::int`,
      begun: sql<number>`count(r.chapters)::int`,
      done: sql<number>`(count(*) filter (where coalesce(r.chapters, 0) >= t.chapters))::int`,
    })
    .from(
      sql`${asked}
      join ${organizations} o on starts_with(o.path, t.path) and o.path like ${`${from}%`}
      join ${members} m on m.organization_id = o.id and m.left_on is null
      left join ${marks} r on r.task_id = t.id and r.unit_id = m.unit_id and r.member_id = m.id`,
    )
    .groupBy(sql`t.id`)
  return new Map(rows.map(({ taskId, ...counts }) => [taskId, counts]))
}

export const listReaders = view(
  contract.reading.people,
  async (sight, { taskId, organizationId, page, size }) => {
    const { db } = sight
    const { organization } = await narrowTo(db, sight.reach, organizationId)
    const found = await findTask(db, taskId)
    if (!found || found.task.ownerId) throw missing('reading.unknown')
    const chosen = and(
      isNull(members.leftOn),
      within([organization.path], organizations.path),
      within([found.path], organizations.path),
    )
    const mark = and(
      eq(readingMarks.unitId, members.unitId),
      eq(readingMarks.memberId, members.id),
      eq(readingMarks.taskId, taskId),
    )
    const rows = await db
      .select({
        memberId: members.id,
        name: members.name,
        organizationName: organizations.name,
        chapters: sql<number>`count(${readingMarks.id})::int`,
        lastOn: sql<
          string | null
        >`to_char(max(${readingMarks.at}) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
        lastNote: sql<string>`coalesce((array_agg(${readingMarks.note} order by ${readingMarks.at} desc))[1], '')`,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .leftJoin(readingMarks, mark)
      .where(chosen)
      .groupBy(members.unitId, members.id, organizations.name)
      .orderBy(desc(sql`count(${readingMarks.id})`), asc(members.nameKey), asc(members.id))
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(chosen)
    return { rows, total: all?.total ?? 0 }
  },
)

/** My own plans and what was asked of me, the nearest day first, with every chapter read. */
export const listMine = ownView(contract.reading.mine, async ({ db, now, actor }) => ({
  rows: await findMine(db, actor, dayOf(now)),
}))

type Reading = Pick<Actor, 'unitId' | 'personId' | 'place'>

/** The same for the page on which everything stands that somebody has to do. */
export async function findMine(
  db: Reader,
  { unitId, personId: memberId, place }: Reading,
  today: Day,
) {
  const tasks = await findTasksOf(db, memberId, place.path)
  const marks = await findMarks(db, { unitId, memberId })
  return tasks.map(({ task, from }) => {
    const done = (marks.get(task.id) ?? []).map(({ chapter, at, note }) => ({
      chapter,
      on: dayOf(at),
      note,
    }))
    const isOverdue = task.dueOn < today && done.length < task.chapters.length
    return { ...lineOf(task, from), done, isOverdue }
  })
}
