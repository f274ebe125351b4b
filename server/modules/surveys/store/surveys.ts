import { and, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { surveys } from '../table.ts'

export type Survey = typeof surveys.$inferSelect
export type SurveyKey = { readonly unitId: string; readonly surveyId: string }

export async function keepSurvey(tx: Db, row: typeof surveys.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(surveys)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: surveys.id })
  return kept.length > 0
}

export async function lockSurvey(
  tx: Db,
  reach: Reach,
  { unitId, surveyId }: SurveyKey,
): Promise<Survey | undefined> {
  const [row] = await tx
    .select()
    .from(surveys)
    .where(and(eq(surveys.unitId, unitId), eq(surveys.id, surveyId), within(reach, surveys.path)))
    .for('update')
  return row
}

/** Whoever the reader is: what follows from being asked is judged by the invitation, and what is open by the ticket. */
export async function findSurvey(
  db: Reader,
  { unitId, surveyId }: SurveyKey,
): Promise<Survey | undefined> {
  const [row] = await db
    .select()
    .from(surveys)
    .where(and(eq(surveys.unitId, unitId), eq(surveys.id, surveyId)))
  return row
}

/** The same, kept from ending while something is handed in. */
export async function holdSurvey(
  tx: Db,
  { unitId, surveyId }: SurveyKey,
): Promise<Survey | undefined> {
  const [row] = await tx
    .select()
    .from(surveys)
    .where(and(eq(surveys.unitId, unitId), eq(surveys.id, surveyId)))
    .for('share')
  return row
}

export async function changeSurvey(
  tx: Db,
  { unitId, id }: Survey,
  changes: Partial<typeof surveys.$inferInsert>,
): Promise<number> {
  const [row] = await tx
    .update(surveys)
    .set({ ...changes, version: sql`${surveys.version} + 1` })
    .where(and(eq(surveys.unitId, unitId), eq(surveys.id, id)))
    .returning({ version: surveys.version })
  return row?.version ?? 0
}

export async function findBySubject(
  db: Reader,
  { unitId, subject, kind }: Pick<Survey, 'unitId' | 'subject' | 'kind'>,
): Promise<Survey | undefined> {
  const [row] = await db
    .select()
    .from(surveys)
    .where(and(eq(surveys.unitId, unitId), eq(surveys.subject, subject), eq(surveys.kind, kind)))
  return row
}
