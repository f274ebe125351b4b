import type { CampaignReading } from '@zhixing/contract'
import type { Db } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { askToRead } from '../../reading/index.ts'
import { lockCampaign } from '../store/campaigns.ts'
import type { Campaign } from '../store/campaigns.ts'

export async function lockOwn(tx: Db, reach: Reach, campaignId: string): Promise<Campaign> {
  const campaign = await lockCampaign(tx, reach, campaignId)
  if (!campaign) throw missing('campaigns.unknown')
  return campaign
}

type List = { readonly organizationId: string; readonly readings: readonly CampaignReading[] }

/** The reading list becomes reading tasks; what was asked before is not asked again. */
export async function askReadings(
  tx: Db,
  { organizationId, readings }: List,
  said: { readonly by: string; readonly now: Date },
): Promise<void> {
  for (const { taskId, title, chapters, dueOn } of readings)
    // oxlint-disable-next-line no-await-in-loop
    await askToRead(tx, { taskId, organizationId, title, chapters, dueOn, ...said })
}
