import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
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
