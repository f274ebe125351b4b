import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { keepRead, lockReceipt } from '../store.ts'

/** The first opening is the receipt; opening it again changes nothing. */
export const read = ownAct(contract.notices.read, async ({ tx, now, actor }, key) => {
  const found = await lockReceipt(tx, actor.personId, key)
  if (!found) throw missing('notices.unknown')

  const { receipt } = found
  const place = { unitId: key.unitId, path: found.notice.path }
  if (receipt.readAt)
    return { value: { readAt: receipt.readAt.toISOString() }, place, change: 'none' }

  await keepRead(tx, receipt, now)
  return {
    value: { readAt: now.toISOString() },
    place,
    change: { subject: `notice:${key.noticeId}`, after: { readAt: now.toISOString() } },
  }
})
