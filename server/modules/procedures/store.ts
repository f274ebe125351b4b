import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { oneOf } from '../../kernel/many.ts'
import { organizations } from '../organizations/table.ts'
import { procedureCases, procedureLog, procedureOpinions } from './table.ts'

export type Case = typeof procedureCases.$inferSelect
export type LogRow = typeof procedureLog.$inferSelect

/** Either of the two names a case: its id, or what it is about while it is open. */
export type CaseName = {
  readonly unitId: string
} & ({ readonly caseId: string } | { readonly subject: string })

/** The case held still; of a subject, the latest one. */
export async function lockCase(tx: Db, name: CaseName): Promise<Case | undefined> {
  const named =
    'caseId' in name ? eq(procedureCases.id, name.caseId) : eq(procedureCases.subject, name.subject)
  const [row] = await tx
    .select()
    .from(procedureCases)
    .where(and(eq(procedureCases.unitId, name.unitId), named))
    .orderBy(desc(procedureCases.startedAt), desc(procedureCases.id))
    .limit(1)
    .for('update')
  return row
}

export async function findCase(
  db: Reader,
  { unitId, caseId }: { unitId: string; caseId: string },
): Promise<Case | undefined> {
  const [row] = await db
    .select()
    .from(procedureCases)
    .where(and(eq(procedureCases.unitId, unitId), eq(procedureCases.id, caseId)))
  return row
}

/** A case by its id alone, whichever unit keeps it: it concerns two places, or went on in another one. */
export async function findAnywhere(db: Reader, caseId: string): Promise<Case | undefined> {
  const [row] = await db.select().from(procedureCases).where(eq(procedureCases.id, caseId))
  return row
}

/** Whether it was kept: a subject is on one way at a time. */
export async function keepCase(tx: Db, row: typeof procedureCases.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(procedureCases)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: procedureCases.id })
  return kept.length > 0
}

export async function changeCase(
  tx: Db,
  { unitId, id }: Pick<Case, 'unitId' | 'id'>,
  changes: Partial<typeof procedureCases.$inferInsert>,
): Promise<void> {
  await tx
    .update(procedureCases)
    .set(changes)
    .where(and(eq(procedureCases.unitId, unitId), eq(procedureCases.id, id)))
}

export async function keepLog(tx: Db, row: typeof procedureLog.$inferInsert): Promise<void> {
  await tx.insert(procedureLog).values(row)
}

/** What was decided in these cases, in order. */
export async function findLog(
  db: Reader,
  unitId: string,
  caseIds: readonly string[],
): Promise<LogRow[]> {
  return db
    .select()
    .from(procedureLog)
    .where(and(eq(procedureLog.unitId, unitId), oneOf(procedureLog.caseId, caseIds)))
    .orderBy(asc(procedureLog.sequence))
}

/** Every case about a subject, the latest first. */
export async function findCases(db: Reader, unitId: string, subject: string) {
  return db
    .select({ case: procedureCases, organizationName: organizations.name })
    .from(procedureCases)
    .innerJoin(organizations, eq(organizations.id, procedureCases.organizationId))
    .where(and(eq(procedureCases.unitId, unitId), eq(procedureCases.subject, subject)))
    .orderBy(desc(procedureCases.startedAt), desc(procedureCases.id))
}

/** Whether it was kept: a department is asked once about a step. */
export async function keepOpinion(
  tx: Db,
  row: typeof procedureOpinions.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(procedureOpinions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: procedureOpinions.id })
  return kept.length > 0
}

export async function findOpinions(db: Reader, unitId: string, caseIds: readonly string[]) {
  return db
    .select()
    .from(procedureOpinions)
    .where(and(eq(procedureOpinions.unitId, unitId), oneOf(procedureOpinions.caseId, caseIds)))
    .orderBy(asc(procedureOpinions.askedAt), asc(procedureOpinions.id))
}

/** Who was asked about a case that goes on elsewhere is heard there, by the address they were sent. */
export async function moveOpinions(
  tx: Db,
  { unitId, id }: Pick<Case, 'unitId' | 'id'>,
  to: { readonly unitId: string; readonly caseId: string },
): Promise<void> {
  // Taken out and put in again: a row may have to go to another node.
  const asked = await tx
    .delete(procedureOpinions)
    .where(and(eq(procedureOpinions.unitId, unitId), eq(procedureOpinions.caseId, id)))
    .returning()
  if (asked.length > 0)
    await tx.insert(procedureOpinions).values(asked.map((row) => ({ ...row, ...to })))
}

/** What stands behind a code, as long as its case is open. */
export async function findOpinion(db: Reader, code: string) {
  const [row] = await db
    .select({ opinion: procedureOpinions, path: procedureCases.path })
    .from(procedureOpinions)
    .innerJoin(
      procedureCases,
      and(
        eq(procedureCases.unitId, procedureOpinions.unitId),
        eq(procedureCases.id, procedureOpinions.caseId),
      ),
    )
    .where(and(eq(procedureOpinions.code, code), eq(procedureCases.state, 'open')))
  return row
}

/** What is still open at a place, or at whose other end it lies, by its name. */
export async function countOpenAt(db: Reader, organizationId: string) {
  const { name, state, partnerId } = procedureCases
  const here = eq(procedureCases.organizationId, organizationId)
  return db
    .select({ name, count: sql<number>`count(*)::int` })
    .from(procedureCases)
    .where(and(eq(state, 'open'), or(here, eq(partnerId, organizationId))))
    .groupBy(name)
    .orderBy(asc(name))
}

type Answer = Pick<
  typeof procedureOpinions.$inferInsert,
  'answer' | 'text' | 'answeredByName' | 'answeredAt'
>

/** Whether it was the first answer. */
export async function answerOpinion(
  tx: Db,
  { unitId, id }: Pick<Case, 'unitId' | 'id'>,
  answer: Answer,
): Promise<boolean> {
  const kept = await tx
    .update(procedureOpinions)
    .set(answer)
    .where(
      and(
        eq(procedureOpinions.unitId, unitId),
        eq(procedureOpinions.id, id),
        isNull(procedureOpinions.answer),
      ),
    )
    .returning({ id: procedureOpinions.id })
  return kept.length > 0
}

/** Open cases some step of which is counted in days of work. */
export async function findCountedOpen(db: Reader) {
  return db
    .select({ unitId: procedureCases.unitId, id: procedureCases.id })
    .from(procedureCases)
    .where(
      and(
        eq(procedureCases.state, 'open'),
        sql`jsonb_path_exists(${procedureCases.steps}, '$[*].**.unit ? (@ == "workdays")')`,
      ),
    )
    .orderBy(asc(procedureCases.unitId), asc(procedureCases.id))
}
