import { and, count, eq, gt, inArray, min } from 'drizzle-orm'
import { addDays, dayOf } from '../../../../kernel/calendar.ts'
import { within } from '../../../../kernel/reach.ts'
import { resourceBookings, resources } from '../../../resources/table.ts'
import { ruleAt } from '../../../rules/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** Orders that wait for the owner's answer: unanswered, their hour is given back. */
export async function waitingOrders({ db, now, today, organization, may }: Place): Promise<Todo[]> {
  if (!may('resources.manage')) return []
  const { path } = organization
  const [row] = await db
    .select({ count: count(), first: min(resourceBookings.at) })
    .from(resourceBookings)
    .where(
      and(
        within([path], resourceBookings.path),
        eq(resourceBookings.state, 'ordered'),
        gt(resourceBookings.from, now),
      ),
    )
  if (!row?.first || row.count === 0) return []
  const { value, clause } = await ruleAt(db, 'resource.order.days', { path, day: today })
  return [
    {
      key: 'orders:waiting',
      what: `答复 ${row.count} 个点单`,
      why: '逾期没有答复，为对方保留的时间会自动释放',
      clause,
      deadline: addDays(dayOf(row.first), value),
      action: '去答复',
      to: '/resources/orders',
    },
  ]
}

/** What was agreed to and waits for our word, and what we used and have not rated. */
export async function ownOrders({ db, now, organization, may, isBranch }: Place): Promise<Todo[]> {
  if (!isBranch || !may('resources.order')) return []
  const rows = await db
    .select({ booking: resourceBookings, name: resources.name })
    .from(resourceBookings)
    .innerJoin(
      resources,
      and(
        eq(resources.unitId, resourceBookings.unitId),
        eq(resources.id, resourceBookings.resourceId),
      ),
    )
    .where(
      and(
        eq(resourceBookings.forOrganizationId, organization.id),
        eq(resourceBookings.purpose, 'order'),
        inArray(resourceBookings.state, ['approved', 'checkedIn']),
      ),
    )
  return rows
    .filter(({ booking }) => booking.state === 'checkedIn' || booking.from > now)
    .map(({ booking, name }) => ({
      key: `order:${booking.id}`,
      what: booking.state === 'approved' ? `确认前往“${name}”` : `评价“${name}”`,
      why: booking.state === 'approved' ? '对方已经同意，请确认人数' : '用过了，说说怎么样',
      clause: '支部点单',
      deadline: booking.state === 'approved' ? dayOf(booking.from) : null,
      action: booking.state === 'approved' ? '确认' : '评价',
      to: '/resources/orders?side=theirs',
    }))
}
