import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { narrowTo } from '../../organizations/index.ts'
import { retryWaiting } from '../index.ts'
import { lockWaiting } from '../store/waiting.ts'

/** After a rule has changed, or to be sure: everything below that waits, once more. */
export const retry = act(contract.ledgers.retry, async ({ tx, reach }, { organizationId }) => {
  const narrowed = await narrowTo(tx, reach, organizationId)
  const rows = await lockWaiting(tx, narrowed.reach)
  const { people, minutes } = await retryWaiting(tx, rows)
  const { unitId, path, id } = narrowed.organization
  return {
    value: { posted: people, postedMinutes: minutes, left: rows.length - people },
    place: { unitId, path },
    change: people > 0 ? { subject: `organization:${id}`, after: { people, minutes } } : 'none',
  }
})
