import type { CampaignFacts, CampaignKind } from '@zhixing/contract'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { closures } from '../modules/activities/table.ts'
import { prepare } from '../modules/campaigns/acts/arrange.ts'
import { launch } from '../modules/campaigns/acts/run.ts'
import { draft } from '../modules/campaigns/views/campaigns.ts'
import { plantActivity } from './world.ts'
import type { Organization, Person } from './world.ts'

const span = { from: '2026-04-01', until: '2026-07-09' }

/** A campaign of a kind, as its draft comes, with a reading list, begun. */
export async function launched(
  manager: Person,
  organization: Organization,
  kind: CampaignKind,
  changes: Partial<CampaignFacts> = {},
) {
  const organizationId = organization.id
  const facts = { ...(await draft(manager, { organizationId, kind, ...span })), ...changes }
  const campaignId = newId()
  await prepare(manager, { ...facts, campaignId, organizationId, kind })
  const told = await launch(manager, { campaignId, version: 0 })
  return { campaignId, facts, told }
}

type Facts = Partial<Parameters<typeof plantActivity>[2]> & { readonly day: string }

/** An activity that was held and whose record is closed. */
export async function plantHeld(db: Db, organization: Organization, { day, ...facts }: Facts) {
  const startsAt = new Date(`${day}T01:00:00Z`)
  const endsAt = new Date(`${day}T03:00:00Z`)
  const key = await plantActivity(db, organization, { ...facts, startsAt, endsAt })
  const by = { closedAt: endsAt, closedBy: newId(), closedByName: '书记' }
  await db.insert(closures).values({ ...key, ...by, isLate: false, postedMinutes: 0 })
  return key
}
