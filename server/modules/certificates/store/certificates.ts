import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { certificateChecks, certificateSeries, certificates } from '../table.ts'

export type Certificate = typeof certificates.$inferSelect
export type ClassKey = { readonly unitId: string; readonly classId: string }
export type CertificateKey = { readonly unitId: string; readonly certificateId: string }

/** Who of a class holds a certificate that is in force. */
export async function findHolders(db: Reader, { unitId, classId }: ClassKey) {
  const rows = await db
    .select({ enrolmentId: certificates.enrolmentId })
    .from(certificates)
    .where(
      and(
        eq(certificates.unitId, unitId),
        eq(certificates.classId, classId),
        isNull(certificates.revokedAt),
      ),
    )
  return new Set(rows.map(({ enrolmentId }) => enrolmentId))
}

/** Takes the next numbers of a series; who else wants some waits. Returns the last one taken before. */
export async function takeNumbers(
  tx: Db,
  series: { readonly unitId: string; readonly prefix: string; readonly year: number },
  count: number,
): Promise<number> {
  const [row] = await tx
    .insert(certificateSeries)
    .values({ ...series, issued: count })
    .onConflictDoUpdate({
      target: [certificateSeries.unitId, certificateSeries.prefix, certificateSeries.year],
      set: { issued: sql`${certificateSeries.issued} + ${count}` },
    })
    .returning({ issued: certificateSeries.issued })
  return (row?.issued ?? count) - count
}

export async function keepCertificates(
  tx: Db,
  rows: readonly (typeof certificates.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(certificates).values([...rows])
}

export async function lockCertificate(
  tx: Db,
  reach: Reach,
  { unitId, certificateId }: CertificateKey,
): Promise<Certificate | undefined> {
  const [row] = await tx
    .select()
    .from(certificates)
    .where(
      and(
        eq(certificates.unitId, unitId),
        eq(certificates.id, certificateId),
        within(reach, certificates.path),
      ),
    )
    .for('update')
  return row
}

export async function changeCertificate(
  tx: Db,
  { unitId, id }: Certificate,
  set: Pick<Certificate, 'revokedAt' | 'revokedBy' | 'revokeReason'>,
): Promise<void> {
  await tx
    .update(certificates)
    .set(set)
    .where(and(eq(certificates.unitId, unitId), eq(certificates.id, id)))
}

export async function findByCode(db: Reader, code: string): Promise<Certificate | undefined> {
  const [row] = await db.select().from(certificates).where(eq(certificates.code, code))
  return row
}

export async function keepCheck(
  tx: Db,
  row: Omit<typeof certificateChecks.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(certificateChecks).values(row)
}
