import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../kernel/db.ts'
import { educationStaff, siteEquipment, siteRecords, sites } from './table.ts'

type Key = { readonly unitId: string; readonly siteId: string }
type Site = typeof sites.$inferInsert & { readonly id: string }

/** The row of a site, held still; there from the first time on that somebody says something of it. */
export async function lockSite(tx: Db, { unitId, siteId }: Key, since: string) {
  await tx.insert(sites).values({ unitId, id: siteId, since }).onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(sites)
    .where(and(eq(sites.unitId, unitId), eq(sites.id, siteId)))
    .for('update')
  return row
}

export async function keepSite(tx: Db, row: Site): Promise<void> {
  await tx.insert(sites).values(row)
}

export async function changeSite(
  tx: Db,
  { unitId, id, version = 0 }: Site,
  changes: Partial<typeof sites.$inferInsert>,
): Promise<number> {
  await tx
    .update(sites)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(sites.unitId, unitId), eq(sites.id, id)))
  return version + 1
}

type Piece = typeof siteEquipment.$inferInsert & { readonly id: string; readonly siteId: string }

/** Whether it is new; the same form sent twice enters one. */
export async function keepPiece(tx: Db, row: Piece): Promise<boolean> {
  const kept = await tx
    .insert(siteEquipment)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: siteEquipment.id })
  return kept.length > 0
}

/** The next version, or nothing where it is not this site's or somebody was faster. */
export async function changePiece(
  tx: Db,
  { unitId, id, siteId, version = 0, ...words }: Piece,
): Promise<number | undefined> {
  const [row] = await tx
    .update(siteEquipment)
    .set({ ...words, version: version + 1 })
    .where(
      and(
        eq(siteEquipment.unitId, unitId),
        eq(siteEquipment.id, id),
        eq(siteEquipment.siteId, siteId),
        eq(siteEquipment.version, version),
      ),
    )
    .returning({ version: siteEquipment.version })
  return row?.version
}

type Told = typeof siteRecords.$inferInsert

export async function findRecord(tx: Db, { unitId, siteId }: Key, month: string) {
  const [row] = await tx
    .select()
    .from(siteRecords)
    .where(
      and(
        eq(siteRecords.unitId, unitId),
        eq(siteRecords.siteId, siteId),
        eq(siteRecords.month, month),
      ),
    )
  return row
}

/** Whether it is the first of its month. */
export async function keepRecord(tx: Db, row: Told): Promise<boolean> {
  const kept = await tx
    .insert(siteRecords)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: siteRecords.id })
  return kept.length > 0
}

/** The next version, or nothing where somebody was faster. Told late stays late. */
export async function changeRecord(
  tx: Db,
  { unitId, siteId, month }: Key & { readonly month: string },
  version: number,
  words: Partial<Told>,
): Promise<number | undefined> {
  const [row] = await tx
    .update(siteRecords)
    .set({ ...words, version: version + 1 })
    .where(
      and(
        eq(siteRecords.unitId, unitId),
        eq(siteRecords.siteId, siteId),
        eq(siteRecords.month, month),
        eq(siteRecords.version, version),
      ),
    )
    .returning({ version: siteRecords.version })
  return row?.version
}

/** Whether it is new. */
export async function keepStaff(tx: Db, row: typeof educationStaff.$inferInsert) {
  const kept = await tx
    .insert(educationStaff)
    .values(row)
    .onConflictDoNothing({ target: [educationStaff.unitId, educationStaff.id] })
    .returning({ id: educationStaff.id })
  return kept.length > 0
}

export async function lockStaff(tx: Db, unitId: string, id: string) {
  const [row] = await tx
    .select()
    .from(educationStaff)
    .where(
      and(
        eq(educationStaff.unitId, unitId),
        eq(educationStaff.id, id),
        sql`${educationStaff.until} is null`,
      ),
    )
    .for('update')
  return row
}

export async function endStaff(tx: Db, unitId: string, id: string, until: string): Promise<void> {
  await tx
    .update(educationStaff)
    .set({ until })
    .where(and(eq(educationStaff.unitId, unitId), eq(educationStaff.id, id)))
}
