import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { campaigns } from '../table.ts'

export type Campaign = typeof campaigns.$inferSelect

/** Whether it was kept: the same form sent twice makes one. */
export async function keepCampaign(tx: Db, row: typeof campaigns.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(campaigns)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: campaigns.id })
  return kept.length > 0
}

/** One's own to manage, held still. */
export async function lockCampaign(
  tx: Db,
  reach: Reach,
  campaignId: string,
): Promise<Campaign | undefined> {
  const [row] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), within(reach, campaigns.path)))
    .for('update')
  return row
}

export async function changeCampaign(
  tx: Db,
  { id, version }: Pick<Campaign, 'id' | 'version'>,
  set: Partial<typeof campaigns.$inferInsert>,
): Promise<number> {
  await tx
    .update(campaigns)
    .set({ ...set, version: version + 1 })
    .where(eq(campaigns.id, id))
  return version + 1
}
