import { and, asc, count, eq, gt, isNull, like, lte, ne, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { activities, closureInForce, closures } from '../../activities/table.ts'
import { members, posts } from '../../members/table.ts'
import { isBranch } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { countedFor } from '../rules/topics.ts'
import type { Counted } from '../rules/topics.ts'
import { findCampaign } from './campaigns.ts'
import type { Campaign } from './campaigns.ts'

export type Body = Pick<
  typeof organizations.$inferSelect,
  'id' | 'unitId' | 'path' | 'name' | 'kind'
>

const bodyColumns = {
  id: organizations.id,
  unitId: organizations.unitId,
  path: organizations.path,
  name: organizations.name,
  kind: organizations.kind,
}

/** The campaign as it concerns a place, and the part of the tree that both have in common. */
export async function openAt(db: Reader, at: { readonly path: string }, campaignId: string) {
  const found = await findCampaign(db, at.path, campaignId)
  if (!found) throw missing('campaigns.unknown')
  return { ...found, scope: scopeOf(found.campaign, at.path) }
}

export function scopeOf(campaign: Campaign, path: string): string {
  return path.startsWith(campaign.path) ? path : campaign.path
}

/** Every organization that takes part at and below a path; the one that asks is not asked. */
export async function findBodies(db: Reader, campaign: Campaign, scope: string): Promise<Body[]> {
  return db
    .select(bodyColumns)
    .from(organizations)
    .where(
      and(
        like(organizations.path, `${scope}%`),
        ne(organizations.path, campaign.path),
        isNull(organizations.dissolvedOn),
        ne(organizations.kind, 'group'),
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.name), asc(organizations.id))
}

export function owesForm(body: Body, by: 'branch' | 'committee'): boolean {
  return isBranch(body.kind) === (by === 'branch')
}

export type Held = Counted & {
  readonly unitId: string
  readonly activityId: string
  readonly organizationId: string
  readonly organizationName: string
  readonly askId: string
  readonly askTitle: string
  readonly title: string
  readonly day: Day
  readonly isClosed: boolean
}

/** Every activity at and below a path that names one of the asks, the latest first, and whether it counts. */
export async function sessionsOf(
  db: Reader,
  campaign: Campaign,
  scope: string,
  askId?: string,
): Promise<Held[]> {
  const asks = campaign.asks.filter((ask) => askId === undefined || ask.askId === askId)
  if (asks.length === 0) return []
  const rows = await db
    .select({
      activity: activities,
      organizationName: organizations.name,
      closureId: closures.id,
    })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .leftJoin(closures, closureInForce)
    .where(
      and(
        oneOf(
          activities.campaignAskId,
          asks.map((ask) => ask.askId),
        ),
        isNull(activities.cancelledAt),
        like(organizations.path, `${scope}%`),
      ),
    )
    .orderBy(sql`${activities.startsAt} desc`, asc(activities.id))
  return rows.flatMap(({ activity, organizationName, closureId }) => {
    const ask = asks.find((one) => one.askId === activity.campaignAskId)
    const phase = ask && campaign.phases.find(({ phaseId }) => phaseId === ask.phaseId)
    if (!ask || !phase) return []
    const { unitId, id: activityId, organizationId, title, kind, speaker, lectureType } = activity
    const day = dayOf(activity.startsAt)
    const isClosed = closureId !== null
    const session = { kind, speaker, lectureType, day, isClosed }
    const told = { unitId, activityId, organizationId, organizationName, title, day, isClosed }
    return {
      ...countedFor(ask, phase, { until: campaign.until, session }),
      ...told,
      askId: ask.askId,
      askTitle: ask.title,
    }
  })
}

/** Who leads which of these organizations on a day: whom a word to an organization goes to. */
export async function findLeaders(db: Reader, scope: string, day: Day) {
  return db
    .select({
      unitId: posts.unitId,
      memberId: posts.memberId,
      organizationId: posts.organizationId,
      path: organizations.path,
    })
    .from(posts)
    .innerJoin(organizations, eq(organizations.id, posts.organizationId))
    .innerJoin(members, and(eq(members.unitId, posts.unitId), eq(members.id, posts.memberId)))
    .where(
      and(
        like(organizations.path, `${scope}%`),
        isNull(members.leftOn),
        or(eq(posts.post, 'secretary'), eq(posts.post, 'deputySecretary')),
        lte(posts.from, day),
        or(isNull(posts.until), gt(posts.until, day)),
      ),
    )
    .orderBy(asc(posts.id))
}

/** Everybody on the roll at and below a path. */
export async function findEverybody(db: Reader, scope: string) {
  return db
    .select({ unitId: members.unitId, memberId: members.id, path: organizations.path })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(like(organizations.path, `${scope}%`), isNull(members.leftOn)))
}

export async function countBodies(db: Reader, scope: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(organizations)
    .where(
      and(
        like(organizations.path, `${scope}%`),
        isNull(organizations.dissolvedOn),
        ne(organizations.kind, 'group'),
      ),
    )
  return row?.count ?? 0
}
