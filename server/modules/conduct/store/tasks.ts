import { and, asc, count, desc, eq, isNull, like, lt, ne } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { rowsOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { conductTasks, conductWarnings } from '../table.ts'

export type Task = typeof conductTasks.$inferSelect
type TaskKey = { readonly unitId: string; readonly taskId: string }
type MemberKey = { readonly unitId: string; readonly memberId: string }

/** Keeps it, or finds that the same form was sent before. */
export async function keepTask(
  tx: Db,
  row: typeof conductTasks.$inferInsert & { readonly id: string },
): Promise<boolean> {
  const kept = await tx
    .insert(conductTasks)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: conductTasks.id })
  return kept.length > 0
}

export async function lockTask(tx: Db, reach: Reach, { unitId, taskId }: TaskKey) {
  const [row] = await tx
    .select()
    .from(conductTasks)
    .where(
      and(
        eq(conductTasks.unitId, unitId),
        eq(conductTasks.id, taskId),
        within(reach, conductTasks.path),
      ),
    )
    .for('update')
  return row
}

export async function changeTask(
  tx: Db,
  { unitId, id, version }: Pick<Task, 'unitId' | 'id' | 'version'>,
  changes: Partial<typeof conductTasks.$inferInsert>,
): Promise<number> {
  await tx
    .update(conductTasks)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(conductTasks.unitId, unitId), eq(conductTasks.id, id)))
  return version + 1
}

const columns = { task: conductTasks, name: members.name, organizationName: organizations.name }

type Asked = {
  readonly path: string
  readonly state: Task['state'] | undefined
  readonly page: number
  readonly size: number
  readonly day: Day
}

export async function findTasks(db: Reader, { path, state, page, size, day }: Asked) {
  const below = like(conductTasks.path, `${path}%`)
  const chosen = and(below, state ? eq(conductTasks.state, state) : undefined)
  const rows = await db
    .select(columns)
    .from(conductTasks)
    .innerJoin(
      members,
      and(eq(members.unitId, conductTasks.unitId), eq(members.id, conductTasks.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, conductTasks.organizationId))
    .where(chosen)
    .orderBy(asc(conductTasks.doneOn), asc(conductTasks.dueOn), asc(conductTasks.id))
    .limit(size)
    .offset((page - 1) * size)
  const counts = await db
    .select({ state: conductTasks.state, count: count() })
    .from(conductTasks)
    .where(below)
    .groupBy(conductTasks.state)
  const late = and(below, eq(conductTasks.state, 'open'), lt(conductTasks.dueOn, day))
  return {
    rows,
    counts,
    total: await db.$count(conductTasks, chosen),
    late: await db.$count(conductTasks, late),
  }
}

export async function findTasksOf(db: Reader, { unitId, memberId }: MemberKey) {
  return db
    .select(columns)
    .from(conductTasks)
    .innerJoin(
      members,
      and(eq(members.unitId, conductTasks.unitId), eq(members.id, conductTasks.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, conductTasks.organizationId))
    .where(and(eq(conductTasks.unitId, unitId), eq(conductTasks.memberId, memberId)))
    .orderBy(desc(conductTasks.dueOn), desc(conductTasks.id))
}

type Warning = typeof conductWarnings.$inferInsert & { readonly id: string }

/** Those that had not been said yet. */
export async function keepWarnings(tx: Db, rows: readonly Warning[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const kept = await tx
    .insert(conductWarnings)
    .select(rowsOf(conductWarnings, rows))
    .onConflictDoNothing()
    .returning({ id: conductWarnings.id })
  return new Set(kept.map(({ id }) => id))
}

export async function findWarnings(db: Reader, { unitId, memberId }: MemberKey) {
  return db
    .select()
    .from(conductWarnings)
    .where(and(eq(conductWarnings.unitId, unitId), eq(conductWarnings.memberId, memberId)))
    .orderBy(desc(conductWarnings.at), asc(conductWarnings.id))
}

/** Whether a unit lies below this one. */
export async function hasUnitsBelow(
  db: Reader,
  { id, path }: { readonly id: string; readonly path: string },
) {
  const [row] = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(like(organizations.path, `${path}%`), ne(organizations.unitId, id)))
    .limit(1)
  return row !== undefined
}

/** The live branches that have somebody on their roll. */
export async function findWatchedBranches(db: Reader, unitId?: string) {
  return db
    .selectDistinct({
      unitId: organizations.unitId,
      organizationId: organizations.id,
      parentId: organizations.parentId,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        isNull(members.leftOn),
        isNull(organizations.dissolvedOn),
        unitId ? eq(organizations.unitId, unitId) : undefined,
      ),
    )
    .orderBy(asc(organizations.path))
}
