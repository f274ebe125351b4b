import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { oneOf } from '../../kernel/many.ts'
import { files } from './table.ts'

export type FileKey = { readonly unitId: string; readonly fileId: string }
export type StoredFile = typeof files.$inferSelect

export async function keepRow(tx: Db, row: typeof files.$inferInsert): Promise<void> {
  await tx.insert(files).values(row)
}

export async function findFile(db: Reader, { unitId, fileId }: FileKey) {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.unitId, unitId), eq(files.id, fileId), isNull(files.removedAt)))
  return row
}

/** The file, held still; for those who are about to hang it on something or take it away. */
export async function lockFile(tx: Db, { unitId, fileId }: FileKey) {
  const [row] = await tx
    .select()
    .from(files)
    .where(and(eq(files.unitId, unitId), eq(files.id, fileId), isNull(files.removedAt)))
    .for('update')
  return row
}

export async function changeFile(
  tx: Db,
  { unitId, id }: StoredFile,
  set: Partial<typeof files.$inferInsert>,
): Promise<void> {
  await tx
    .update(files)
    .set(set)
    .where(and(eq(files.unitId, unitId), eq(files.id, id)))
}

/** All that hangs on a subject hangs on another one now, or the same one elsewhere. */
export async function rehang(
  tx: Db,
  from: string,
  to: { readonly subject: string; readonly path: string },
): Promise<void> {
  await tx.update(files).set(to).where(eq(files.subject, from))
}

/** What hangs on each subject, in the order it was hung there. */
export async function findFilesOf(db: Reader, subjects: readonly string[]) {
  if (subjects.length === 0) return []
  return db
    .select()
    .from(files)
    .where(and(oneOf(files.subject, subjects), isNull(files.removedAt)))
    .orderBy(asc(files.at), asc(files.id))
}

export async function findFilesById(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .select()
    .from(files)
    .where(and(oneOf(files.id, ids), isNull(files.removedAt)))
}

/** Those that a row speaks of, also where it was taken away: its bytes stay. */
export async function keptIds(db: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await db.select({ id: files.id }).from(files).where(oneOf(files.id, ids))
  return rows.map(({ id }) => id)
}
