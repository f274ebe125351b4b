import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { spanText } from '../../../kernel/words.ts'
import { requireOwn } from '../steps/require.ts'
import { findBooking, findHeld, keepBooking } from '../store/bookings.ts'

/** Nobody may have it for a while; who has it already is settled with first. */
export const block = act(
  contract.resources.block,
  async ({ tx, now, actor, reach }, { bookingId, span, reason, ...key }) => {
    const own = await requireOwn(tx, reach, key)
    const { unitId, path, organizationId } = own
    const value = { unitId, bookingId }
    const place = { unitId, path }
    if (await findBooking(tx, unitId, bookingId)) return { value, place, change: 'none' }
    const when = { from: new Date(span.from), until: new Date(span.until) }
    const [held] = await findHeld(tx, key, when)
    if (held) {
      const who = held.state === 'blocked' ? held.reason : `${held.forName}（${held.title}）`
      const words = { 名称: own.name, 时间: spanText(held), 谁: who }
      throw conflict(held.state === 'blocked' ? 'resources.blocked' : 'resources.taken', words)
    }
    await keepBooking(tx, {
      ...key,
      ...when,
      id: bookingId,
      path,
      state: 'blocked',
      isExclusive: own.count === 1,
      quantity: own.count,
      persons: 0,
      purpose: 'block',
      title: '停用',
      reason,
      forOrganizationId: organizationId,
      forName: own.name,
      byId: actor.accountId,
      byPersonId: actor.personId,
      byName: actor.name,
      at: now,
    })
    return {
      value,
      place,
      change: { subject: `booking:${bookingId}`, after: { ...key, ...span, reason } },
    }
  },
)
