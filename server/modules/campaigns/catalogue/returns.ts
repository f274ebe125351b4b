import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import { campaignReturns } from '../table.ts'

export type Return = typeof campaignReturns.$inferSelect

/** What organizations at and below a path have given back in a campaign. */
export async function findReturns(db: Reader, campaignId: string, path: string): Promise<Return[]> {
  return db
    .select()
    .from(campaignReturns)
    .where(and(eq(campaignReturns.campaignId, campaignId), within([path], campaignReturns.path)))
}
