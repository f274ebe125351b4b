import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { classSessions } from '../table.ts'
import type { ClassKey } from './classes.ts'

export type Session = typeof classSessions.$inferSelect

/** The timetable of a class in its order. */
export async function findSessions(db: Reader, { unitId, classId }: ClassKey): Promise<Session[]> {
  return db
    .select()
    .from(classSessions)
    .where(and(eq(classSessions.unitId, unitId), eq(classSessions.classId, classId)))
    .orderBy(asc(classSessions.startsAt), asc(classSessions.id))
}

export async function keepSessionRow(
  tx: Db,
  row: typeof classSessions.$inferInsert,
): Promise<void> {
  await tx.insert(classSessions).values(row)
}

export async function changeSessionRow(
  tx: Db,
  { unitId, id, version }: Session,
  changes: Partial<typeof classSessions.$inferInsert>,
): Promise<void> {
  await tx
    .update(classSessions)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(classSessions.unitId, unitId), eq(classSessions.id, id)))
}

export async function removeSessionRow(tx: Db, { unitId, id }: Session): Promise<void> {
  await tx
    .delete(classSessions)
    .where(and(eq(classSessions.unitId, unitId), eq(classSessions.id, id)))
}

/** Lessons with a roll that are still to come, held still. */
export async function lockSessionsAhead(tx: Db, { unitId, classId }: ClassKey, now: Date) {
  return tx
    .select()
    .from(classSessions)
    .where(
      and(
        eq(classSessions.unitId, unitId),
        eq(classSessions.classId, classId),
        eq(classSessions.hasRecord, true),
        gt(classSessions.startsAt, now),
      ),
    )
    .orderBy(asc(classSessions.id))
    .for('update')
}
