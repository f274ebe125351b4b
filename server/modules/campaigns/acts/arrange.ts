import type { CampaignFacts } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { campaignStates } from '@zhixing/contract/campaign-words.ts'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { kindOf } from '../kinds/index.ts'
import type { Kind } from '../rules/kind.ts'
import { refuseFacts, refuseRunning } from '../rules/facts.ts'
import { keepFacts, readFacts } from '../steps/read-facts.ts'
import { askReadings, lockOwn } from '../steps/own.ts'
import { findCampaign } from '../catalogue/campaigns.ts'
import { changeCampaign, keepCampaign } from '../store/campaigns.ts'

export const prepare = act(
  contract.campaigns.prepare,
  async ({ tx, now, actor, reach }, { campaignId, organizationId, kind, ...facts }) => {
    const organization = await requireLive(tx, reach, organizationId)
    if (isBranch(organization.kind)) throw conflict('campaigns.branch')
    judge(kindOf(kind), facts)
    const { unitId, path } = organization
    const made = { createdBy: actor.accountId, at: now }
    const columns = await keepFacts(tx, unitId, facts)
    const row = { ...columns, ...made, id: campaignId, unitId, organizationId, path, kind }
    const isNew = await keepCampaign(tx, row)
    if (!isNew && (await findCampaign(tx, path, campaignId))?.campaign.path !== path)
      throw missing('campaigns.unknown')
    return {
      value: { campaignId },
      place: organization,
      change: isNew ? { subject: `campaign:${campaignId}`, after: facts } : 'none',
    }
  },
)

export const change = act(
  contract.campaigns.change,
  async ({ tx, now, actor, reach }, { campaignId, version, ...facts }) => {
    const campaign = await lockOwn(tx, reach, campaignId)
    if (campaign.version !== version) throw conflict('input.stale')
    const { state, unitId } = campaign
    if (state === 'closed') throw conflict('campaigns.state', { 状态: campaignStates[state] })
    judge(kindOf(campaign.kind), facts)
    const before = await readFacts(tx, campaign)
    if (state === 'running') {
      const refusal = refuseRunning(before, facts)
      if (refusal) throw conflict(refusal.reason, refusal.words)
    }
    const next = await changeCampaign(tx, campaign, await keepFacts(tx, unitId, facts))
    if (state === 'running')
      await askReadings(tx, { ...campaign, ...facts }, { by: actor.accountId, now })
    return {
      value: { version: next },
      place: campaign,
      change: { subject: `campaign:${campaignId}`, before, after: facts },
    }
  },
)

function judge(kind: Kind, facts: CampaignFacts): void {
  const refusal = refuseFacts(kind, facts)
  if (refusal) throw conflict(refusal.reason, refusal.words)
}
