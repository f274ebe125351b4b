import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { requireLive } from '../../organizations/index.ts'
import { book } from '../index.ts'
import { findBooking } from '../store/bookings.ts'
import { findInUnit, findItem } from '../store/resources.ts'

/** 点单: for one's own organization, of whatever is open to it. Whoever owns it as well needs nobody's yes. */
export const order = act(
  contract.resources.order,
  async ({ tx, now, actor, reach }, { bookingId, organizationId, itemId, span, ...input }) => {
    const { id, unitId, path } = await requireLive(tx, reach, organizationId)
    const { unitId: unit, resourceId, ...words } = input
    const key = { unitId: unit, resourceId }
    const before = await findBooking(tx, unit, bookingId)
    if (before && (before.byId !== actor.accountId || before.resourceId !== resourceId))
      throw missing('resources.orderUnknown')
    const value = { unitId: unit, bookingId }
    const place = { unitId, path }
    if (before) return { value, place, change: 'none' }

    const item = itemId ? await findItem(tx, key, itemId) : undefined
    if (itemId && !item?.isOffered) throw missing('resources.itemUnknown')
    if (item?.persons && words.persons > item.persons) {
      const most = { 名称: item.title, 上限: item.persons, 人数: words.persons }
      throw conflict('resources.seats', most)
    }
    const owner = await findInUnit(tx, key)
    const isOwn = owner && covers(reachOf(actor.appointments, 'resources.manage'), owner.path)
    const state = isOwn ? ('confirmed' as const) : ('ordered' as const)
    const [from, until] = [new Date(span.from), new Date(span.until)]
    const by = { id: actor.accountId, name: actor.name, personId: actor.personId }
    const facts = { ...key, ...words, bookingId, itemId, from, until, state, purpose: 'order' }
    await book(tx, { ...facts, forOrganizationId: id, by, now })
    return {
      value,
      place,
      change: {
        subject: `booking:${bookingId}`,
        after: { ...key, ...words, itemId, ...span, organizationId, state },
      },
    }
  },
)
