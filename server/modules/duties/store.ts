import { and, eq } from 'drizzle-orm'
import type { Day } from '../../kernel/calendar.ts'
import type { Db } from '../../kernel/db.ts'
import { dutyRecords, dutySignatures, dutyTemplates } from './table.ts'

type Template = typeof dutyTemplates.$inferSelect

export async function lockTemplate(tx: Db, id: string): Promise<Template | undefined> {
  const [row] = await tx.select().from(dutyTemplates).where(eq(dutyTemplates.id, id)).for('update')
  return row
}

export async function keepTemplate(tx: Db, row: typeof dutyTemplates.$inferInsert): Promise<void> {
  await tx.insert(dutyTemplates).values(row)
}

export async function endTemplate(tx: Db, id: string, until: Day): Promise<void> {
  await tx.update(dutyTemplates).set({ until }).where(eq(dutyTemplates.id, id))
}

type RecordKey = {
  readonly unitId: string
  readonly organizationId: string
  readonly templateId: string
  readonly period: string
}

export async function lockRecord(tx: Db, key: RecordKey) {
  const [row] = await tx
    .select()
    .from(dutyRecords)
    .where(
      and(
        eq(dutyRecords.unitId, key.unitId),
        eq(dutyRecords.organizationId, key.organizationId),
        eq(dutyRecords.templateId, key.templateId),
        eq(dutyRecords.period, key.period),
      ),
    )
    .for('update')
  return row
}

export async function lockRecordById(tx: Db, unitId: string, id: string) {
  const [row] = await tx
    .select()
    .from(dutyRecords)
    .where(and(eq(dutyRecords.unitId, unitId), eq(dutyRecords.id, id)))
    .for('update')
  return row
}

/** Whether it was kept: nobody else may have been faster. */
export async function keepRecord(tx: Db, row: typeof dutyRecords.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(dutyRecords)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: dutyRecords.id })
  return kept.length > 0
}

export async function changeRecord(
  tx: Db,
  { unitId, id }: { readonly unitId: string; readonly id: string },
  changes: Partial<typeof dutyRecords.$inferInsert>,
): Promise<void> {
  await tx
    .update(dutyRecords)
    .set(changes)
    .where(and(eq(dutyRecords.unitId, unitId), eq(dutyRecords.id, id)))
}

export async function keepSignature(
  tx: Db,
  row: typeof dutySignatures.$inferInsert,
): Promise<void> {
  await tx.insert(dutySignatures).values(row)
}
