import { contract } from '@zhixing/contract'
import type { ResourceBooking } from '@zhixing/contract'
import { and, count, desc, eq, ne, sql } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { bookingOf } from '../steps/show.ts'
import { resourceBookings } from '../table.ts'
import { bookings, withTitles } from './calendar.ts'

type State = ResourceBooking['state']

/** What waits comes first, the next day before the later ones; then what was, the latest first. */
export const listOrders = view(
  contract.resources.orders,
  async ({ db, now, reach, actor }, { organizationId, side, state, page, size }) => {
    const { reach: below } = await narrowTo(db, reach, organizationId)
    const { path, from, id, state: kept } = resourceBookings
    const known = and(
      side === 'ours' ? within(below, path) : within(below, organizations.path),
      ne(resourceBookings.purpose, 'block'),
    )
    const isOver = sql`${kept} not in ('ordered', 'approved', 'confirmed', 'checkedIn')`
    const distance = sql`abs(extract(epoch from ${from} - ${now}::timestamptz))`
    const rows = await bookings(db)
      .where(and(known, state ? eq(kept, state) : undefined))
      .orderBy(isOver, distance, desc(id))
      .limit(size)
      .offset((page - 1) * size)
    const counted = await db
      .select({ state: kept, count: count() })
      .from(resourceBookings)
      .innerJoin(organizations, eq(organizations.id, resourceBookings.forOrganizationId))
      .where(known)
      .groupBy(kept)
    const counts = countsOf(counted)
    return {
      rows: (await withTitles(db, rows)).map((row) => bookingOf(row, actor, now)),
      counts,
      total: state ? counts[state] : counted.reduce((sum, one) => sum + one.count, 0),
    }
  },
)

function countsOf(counted: readonly { readonly state: State; readonly count: number }[]) {
  const counts = { ...nothing }
  for (const { state, count: so } of counted) counts[state] = so
  return counts
}

const nothing: Record<State, number> = {
  ordered: 0,
  approved: 0,
  confirmed: 0,
  checkedIn: 0,
  rated: 0,
  refused: 0,
  withdrawn: 0,
  noShow: 0,
  lapsed: 0,
  blocked: 0,
}
