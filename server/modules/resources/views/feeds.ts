import { contract } from '@zhixing/contract'
import { holdingStates } from '@zhixing/contract/resource-words.ts'
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { digestOf } from '../../../kernel/token.ts'
import { view } from '../../../kernel/view.ts'
import { findFeed, findFeeds } from '../store/feeds.ts'
import { findInUnit } from '../store/resources.ts'
import { resourceBookings } from '../table.ts'

export const listFeeds = view(contract.resources.feeds, async ({ db, reach }, key) => {
  const resource = await findInUnit(db, key)
  if (!resource || !covers(reach, resource.path)) throw missing('resources.unknown')
  const feeds = await findFeeds(db, key)
  return {
    feeds: feeds.map(({ id, label, byName, at }) => ({
      feedId: id,
      label,
      byName,
      at: at.toISOString(),
    })),
  }
})

const monthMillis = 31 * 86_400_000

/** What a calendar program is given: when it is taken and by which organization; no names of people. */
export async function readFeed({ db, now }: Caller, token: string) {
  const feed = await findFeed(db, digestOf(token))
  const resource = feed
    ? await findInUnit(db, { unitId: feed.unitId, resourceId: feed.resourceId })
    : undefined
  if (!feed || !resource) return undefined
  const bookings = await db
    .select()
    .from(resourceBookings)
    .where(
      and(
        eq(resourceBookings.unitId, feed.unitId),
        eq(resourceBookings.resourceId, feed.resourceId),
        inArray(resourceBookings.state, [...holdingStates]),
        gt(resourceBookings.until, new Date(now().getTime() - 3 * monthMillis)),
      ),
    )
    .orderBy(asc(resourceBookings.from))
  return { resource, bookings }
}
