import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { organizations } from '../organizations/table.ts'
import { reportSignatures, reportSubmissions, reports } from './table.ts'

export type ReportKey = { readonly unitId: string; readonly reportId: string }
type Report = typeof reports.$inferSelect
export type Signature = typeof reportSignatures.$inferSelect

/** The report and the organization it speaks for; nothing outside the reach. */
export async function findReport(db: Reader, reach: Reach, { unitId, reportId }: ReportKey) {
  const [row] = await db
    .select({ report: reports, organization: organizations })
    .from(reports)
    .innerJoin(organizations, eq(organizations.id, reports.organizationId))
    .where(
      and(eq(reports.unitId, unitId), eq(reports.id, reportId), within(reach, organizations.path)),
    )
  return row
}

/** The same, held still until the transaction ends. */
export async function lockReport(tx: Db, reach: Reach, { unitId, reportId }: ReportKey) {
  const [row] = await tx
    .select({ report: reports, organization: organizations })
    .from(reports)
    .innerJoin(organizations, eq(organizations.id, reports.organizationId))
    .where(
      and(eq(reports.unitId, unitId), eq(reports.id, reportId), within(reach, organizations.path)),
    )
    .for('update', { of: reports })
  return row
}

/** Keeps a new report, unless the organization has one of that year already. */
export async function keepReport(tx: Db, row: typeof reports.$inferInsert) {
  const [kept] = await tx.insert(reports).values(row).onConflictDoNothing().returning()
  return kept
}

type Words = Pick<Report, 'title' | 'recipients' | 'blocks' | 'editedBy' | 'editedAt'>

/** Writes the words anew; the version rises by one. */
export async function rewrite(tx: Db, { unitId, id }: Report, words: Words): Promise<number> {
  const [row] = await tx
    .update(reports)
    .set({ ...words, version: sql`${reports.version} + 1` })
    .where(and(eq(reports.unitId, unitId), eq(reports.id, id)))
    .returning({ version: reports.version })
  return row?.version ?? 0
}

export async function findSignature(db: Reader, { unitId, id }: Pick<Report, 'unitId' | 'id'>) {
  const [row] = await db
    .select()
    .from(reportSignatures)
    .where(and(eq(reportSignatures.unitId, unitId), eq(reportSignatures.reportId, id)))
    .orderBy(desc(reportSignatures.signedAt), desc(reportSignatures.id))
    .limit(1)
  return row
}

export async function keepSignature(tx: Db, row: typeof reportSignatures.$inferInsert) {
  await tx.insert(reportSignatures).values(row)
}

export async function findSubmission(db: Reader, signature: Pick<Signature, 'unitId' | 'id'>) {
  const [row] = await db
    .select()
    .from(reportSubmissions)
    .where(
      and(
        eq(reportSubmissions.unitId, signature.unitId),
        eq(reportSubmissions.signatureId, signature.id),
      ),
    )
  return row
}

/** Hands it up once; nothing when that had been done. */
export async function keepSubmission(tx: Db, row: typeof reportSubmissions.$inferInsert) {
  const [kept] = await tx.insert(reportSubmissions).values(row).onConflictDoNothing().returning()
  return kept
}

/** The organization above, whoever may see it: a report is addressed to it. */
export async function findSuperior(db: Reader, parentId: string | null) {
  if (!parentId) return undefined
  const [row] = await db.select().from(organizations).where(eq(organizations.id, parentId))
  return row
}
