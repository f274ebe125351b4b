import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { rowsOf } from '../../kernel/many.ts'
import { atOrAbove, within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { notebookPages, notebooks, readingMarks, readingTasks } from './table.ts'

export type Task = typeof readingTasks.$inferSelect
type Whose = { readonly unitId: string; readonly memberId: string }

export async function keepTask(tx: Db, row: typeof readingTasks.$inferInsert): Promise<boolean> {
  const kept = await tx.insert(readingTasks).values(row).onConflictDoNothing().returning()
  return kept.length > 0
}

const withPlace = {
  task: readingTasks,
  from: organizations.name,
  path: organizations.path,
  unitId: organizations.unitId,
}

export async function findTask(db: Reader, taskId: string) {
  const [row] = await db
    .select(withPlace)
    .from(readingTasks)
    .innerJoin(organizations, eq(organizations.id, readingTasks.organizationId))
    .where(eq(readingTasks.id, taskId))
  return row
}

/** Asked within the reach, by an organization, held still. */
export async function lockTask(tx: Db, reach: Reach, taskId: string) {
  const [row] = await tx
    .select(withPlace)
    .from(readingTasks)
    .innerJoin(organizations, eq(organizations.id, readingTasks.organizationId))
    .where(
      and(
        eq(readingTasks.id, taskId),
        isNull(readingTasks.ownerId),
        within(reach, organizations.path),
      ),
    )
    .for('update', { of: readingTasks })
  return row
}

export async function withdrawTask(tx: Db, taskId: string, now: Date): Promise<void> {
  await tx.update(readingTasks).set({ withdrawnAt: now }).where(eq(readingTasks.id, taskId))
}

/** What somebody planned, and what was asked where they stand. */
export async function findTasksOf(db: Reader, memberId: string, path: string) {
  const asked = and(isNull(readingTasks.ownerId), atOrAbove(path, organizations.path))
  return db
    .select(withPlace)
    .from(readingTasks)
    .innerJoin(organizations, eq(organizations.id, readingTasks.organizationId))
    .where(and(isNull(readingTasks.withdrawnAt), or(eq(readingTasks.ownerId, memberId), asked)))
    .orderBy(asc(readingTasks.dueOn), asc(readingTasks.id))
    .limit(100)
}

export async function keepMark(tx: Db, row: typeof readingMarks.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(readingMarks)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: readingMarks.id })
  return kept.length > 0
}

export async function findMarks(db: Reader, { unitId, memberId }: Whose) {
  const rows = await db
    .select()
    .from(readingMarks)
    .where(and(eq(readingMarks.unitId, unitId), eq(readingMarks.memberId, memberId)))
    .orderBy(asc(readingMarks.chapter))
  return Map.groupBy(rows, ({ taskId }) => taskId)
}

/** Gives a notebook to each who has none for the year; says to how many. */
export async function issueNotebooks(
  tx: Db,
  rows: readonly (typeof notebooks.$inferInsert)[],
): Promise<number> {
  if (rows.length === 0) return 0
  const kept = await tx
    .insert(notebooks)
    .select(rowsOf(notebooks, rows))
    .onConflictDoNothing()
    .returning({ id: notebooks.id })
  return kept.length
}

export async function findNotebook(db: Reader, { unitId, memberId }: Whose, year: number) {
  const [row] = await db
    .select()
    .from(notebooks)
    .where(
      and(eq(notebooks.unitId, unitId), eq(notebooks.memberId, memberId), eq(notebooks.year, year)),
    )
  return row
}

export async function findPages(db: Reader, { unitId, memberId }: Whose, year: number) {
  return db
    .select()
    .from(notebookPages)
    .where(
      and(
        eq(notebookPages.unitId, unitId),
        eq(notebookPages.memberId, memberId),
        eq(notebookPages.year, year),
      ),
    )
    .orderBy(desc(notebookPages.at))
}

/** A page with where its writer belongs, held still. */
export async function lockPage(tx: Db, unitId: string, pageId: string) {
  const [row] = await tx
    .select({ page: notebookPages, path: organizations.path })
    .from(notebookPages)
    .innerJoin(
      members,
      and(eq(members.unitId, notebookPages.unitId), eq(members.id, notebookPages.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(notebookPages.unitId, unitId), eq(notebookPages.id, pageId)))
    .for('update', { of: notebookPages })
  return row
}

/** Kept, or nothing where there is a page of that id. */
export async function keepPage(tx: Db, row: typeof notebookPages.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(notebookPages)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: notebookPages.id })
  return kept.length > 0
}

export async function changePage(
  tx: Db,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  set: Partial<typeof notebookPages.$inferInsert>,
): Promise<void> {
  await tx
    .update(notebookPages)
    .set(set)
    .where(and(eq(notebookPages.unitId, unitId), eq(notebookPages.id, id)))
}
