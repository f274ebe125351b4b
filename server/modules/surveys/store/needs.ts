import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { inLineWith, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { oneOf } from '../../../kernel/many.ts'
import { surveyNeeds, surveys } from '../table.ts'

/** New ones only; what was listed before stays as it was decided. */
export async function keepNeeds(
  tx: Db,
  rows: readonly (typeof surveyNeeds.$inferInsert)[],
): Promise<number> {
  const kept = await tx
    .insert(surveyNeeds)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: surveyNeeds.id })
  return kept.length
}

type NeedKey = { readonly unitId: string; readonly needId: string }

export async function lockNeed(tx: Db, reach: Reach, { unitId, needId }: NeedKey) {
  const [row] = await tx
    .select()
    .from(surveyNeeds)
    .where(
      and(
        eq(surveyNeeds.unitId, unitId),
        eq(surveyNeeds.id, needId),
        within(reach, surveyNeeds.path),
      ),
    )
    .for('update')
  return row
}

export async function changeNeed(
  tx: Db,
  { unitId, id }: typeof surveyNeeds.$inferSelect,
  changes: Partial<typeof surveyNeeds.$inferInsert>,
): Promise<number> {
  const [row] = await tx
    .update(surveyNeeds)
    .set({ ...changes, version: sql`${surveyNeeds.version} + 1` })
    .where(and(eq(surveyNeeds.unitId, unitId), eq(surveyNeeds.id, id)))
    .returning({ version: surveyNeeds.version })
  return row?.version ?? 0
}

const named = {
  needId: surveyNeeds.id,
  title: surveyNeeds.title,
  reason: surveyNeeds.reason,
  surveyTitle: surveys.title,
}
const ofSurvey = and(eq(surveys.unitId, surveyNeeds.unitId), eq(surveys.id, surveyNeeds.surveyId))

/** What was agreed to and concerns a place: asked there, above it or below it; most wanted first. */
export async function findAgreedNeeds(
  db: Reader,
  { unitId, path }: { readonly unitId: string; readonly path: string },
) {
  return db
    .select(named)
    .from(surveyNeeds)
    .innerJoin(surveys, ofSurvey)
    .where(
      and(
        eq(surveyNeeds.unitId, unitId),
        eq(surveyNeeds.state, 'approved'),
        inLineWith(path, surveyNeeds.path),
      ),
    )
    .orderBy(desc(surveyNeeds.support), asc(surveyNeeds.id))
    .limit(200)
}

/** These needs by name, whatever became of them since. */
export async function findNeedsById(db: Reader, unitId: string, needIds: readonly string[]) {
  return db
    .select(named)
    .from(surveyNeeds)
    .innerJoin(surveys, ofSurvey)
    .where(and(eq(surveyNeeds.unitId, unitId), oneOf(surveyNeeds.id, needIds)))
}
