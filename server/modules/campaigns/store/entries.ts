import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { campaignEntries } from '../table.ts'

export type Entry = typeof campaignEntries.$inferSelect

export async function keepEntry(
  tx: Db,
  row: typeof campaignEntries.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(campaignEntries)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: campaignEntries.id })
  return kept.length > 0
}

export async function lockEntry(tx: Db, unitId: string, id: string): Promise<Entry | undefined> {
  const [row] = await tx
    .select()
    .from(campaignEntries)
    .where(and(eq(campaignEntries.unitId, unitId), eq(campaignEntries.id, id)))
    .for('update')
  return row
}

export async function changeEntry(
  tx: Db,
  { unitId, id, version }: Entry,
  set: Partial<typeof campaignEntries.$inferInsert>,
): Promise<number> {
  await tx
    .update(campaignEntries)
    .set({ ...set, version: version + 1 })
    .where(and(eq(campaignEntries.unitId, unitId), eq(campaignEntries.id, id)))
  return version + 1
}

/** Somebody on the roll, and where they belong. */
export async function findSpeaker(db: Reader, unitId: string, memberId: string) {
  const [row] = await db
    .select({
      memberId: members.id,
      name: members.name,
      unitId: members.unitId,
      organizationId: organizations.id,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId), isNull(members.leftOn)))
  return row
}
