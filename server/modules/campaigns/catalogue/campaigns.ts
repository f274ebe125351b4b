import { and, desc, eq, or, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { campaigns } from '../table.ts'

export type Campaign = typeof campaigns.$inferSelect

/** What concerns a place: its own, those below, and what came down from above; drafts only of its own side. */
function concerns(path: string) {
  const fromAbove = and(
    atOrAbove(path, campaigns.path),
    or(sql`${campaigns.state} <> 'draft'`, eq(campaigns.path, path)),
  )
  return or(within([path], campaigns.path), fromAbove)
}

const withOwner = { campaign: campaigns, organizationName: organizations.name }

type Page = { readonly page: number; readonly size: number }

export async function findCampaigns(db: Reader, path: string, { page, size }: Page) {
  return db
    .select(withOwner)
    .from(campaigns)
    .innerJoin(organizations, eq(organizations.id, campaigns.organizationId))
    .where(concerns(path))
    .orderBy(sql`${campaigns.state} = 'closed'`, desc(campaigns.from), desc(campaigns.id))
    .limit(size)
    .offset((page - 1) * size)
}

/** How many concern a place, and how many of them run. */
export async function countCampaigns(db: Reader, path: string) {
  const running = and(concerns(path), eq(campaigns.state, 'running'))
  return {
    total: await db.$count(campaigns, concerns(path)),
    running: await db.$count(campaigns, running),
  }
}

export async function findCampaign(db: Reader, path: string, campaignId: string) {
  const [row] = await db
    .select(withOwner)
    .from(campaigns)
    .innerJoin(organizations, eq(organizations.id, campaigns.organizationId))
    .where(and(eq(campaigns.id, campaignId), concerns(path)))
  return row
}

/** Those that a place takes part in now. */
export async function findRunning(db: Reader, path: string) {
  return db
    .select(withOwner)
    .from(campaigns)
    .innerJoin(organizations, eq(organizations.id, campaigns.organizationId))
    .where(and(eq(campaigns.state, 'running'), atOrAbove(path, campaigns.path)))
    .orderBy(desc(campaigns.from), desc(campaigns.id))
}
