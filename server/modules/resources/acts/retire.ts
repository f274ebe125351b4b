import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireOwn } from '../steps/require.ts'
import { countAhead } from '../store/bookings.ts'
import { endFeeds } from '../store/feeds.ts'
import { changeResource } from '../store/resources.ts'

/** No longer lent, and its calendar addresses end; what took place there stays on record. */
export const retire = act(
  contract.resources.retire,
  async ({ tx, now, reach }, { reason, ...form }) => {
    const own = await requireOwn(tx, reach, form)
    const ahead = await countAhead(tx, form, now)
    if (ahead > 0) throw conflict('resources.booked', { 名称: own.name, 数量: ahead })
    const retiredOn = dayOf(now)
    await changeResource(tx, own, { retiredOn })
    const feeds = await endFeeds(tx, form, now)
    return {
      value: {},
      place: { unitId: own.unitId, path: own.path },
      change: { subject: `resource:${own.id}`, after: { retiredOn, reason, feeds } },
    }
  },
)
