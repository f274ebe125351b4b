import { and, eq } from 'drizzle-orm'
import { unlessTaken } from './kept.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import {
  classBills,
  classEnrolments,
  classPapers,
  classQuotas,
  classSessions,
  classes,
} from '../table.ts'

export type ClassKey = { readonly unitId: string; readonly classId: string }
export type Class = typeof classes.$inferSelect
export type NewClass = typeof classes.$inferInsert & { readonly id: string }
export type Held = { readonly kept: Class; readonly organizationName: string }

const held = { kept: classes, organizationName: organizations.name }

/** The class in the reach, or nothing. */
export async function findClass(db: Reader, reach: Reach, { unitId, classId }: ClassKey) {
  const [row] = await db
    .select(held)
    .from(classes)
    .innerJoin(organizations, eq(organizations.id, classes.organizationId))
    .where(and(eq(classes.unitId, unitId), eq(classes.id, classId), within(reach, classes.path)))
  return row
}

/**
 * The same, held still. Who takes a seat only needs the class to stay as it is and takes `share`; who changes it takes
 * `update`, and waits for them.
 */
export async function lockClass(
  tx: Db,
  reach: Reach,
  { unitId, classId }: ClassKey,
  strength: 'share' | 'update' = 'update',
): Promise<Held | undefined> {
  const [row] = await tx
    .select(held)
    .from(classes)
    .innerJoin(organizations, eq(organizations.id, classes.organizationId))
    .where(and(eq(classes.unitId, unitId), eq(classes.id, classId), within(reach, classes.path)))
    .for(strength, { of: classes })
  return row
}

/** Kept, or nothing where there is a class of that id. */
export async function keepClass(tx: Db, row: NewClass): Promise<boolean> {
  return unlessTaken(tx.insert(classes).values(row).onConflictDoNothing().returning())
}

/** Returns the new version. */
export async function changeClass(
  tx: Db,
  { unitId, id, version }: Pick<Class, 'unitId' | 'id' | 'version'>,
  changes: Partial<Omit<NewClass, 'unitId' | 'id'>>,
): Promise<number> {
  const next = version + 1
  await tx
    .update(classes)
    .set({ ...changes, version: next })
    .where(and(eq(classes.unitId, unitId), eq(classes.id, id)))
  return next
}

/** With everything that only makes sense in it. */
export async function removeClass(tx: Db, { unitId, id }: Class): Promise<void> {
  for (const table of [classBills, classPapers, classSessions, classEnrolments, classQuotas])
    await tx.delete(table).where(and(eq(table.unitId, unitId), eq(table.classId, id)))
  await tx.delete(classes).where(and(eq(classes.unitId, unitId), eq(classes.id, id)))
}
