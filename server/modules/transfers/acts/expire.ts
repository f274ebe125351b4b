import { systemAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { lapseCase } from '../../procedures/index.ts'
import { running } from '../rules/way.ts'
import { tell } from '../steps/tell.ts'
import { changeTransfer, findRunOut, lockTransfer } from '../store.ts'
import type { TransferKey } from '../store.ts'

/** Letters that ran out: the relationship is where it was, and those who answer for it hear of it. */
export async function expireTransfers(surroundings: Surroundings): Promise<number> {
  const runOut = await findRunOut(surroundings.db, dayOf(surroundings.now()))
  for (const { unitId, id: transferId } of runOut)
    await expire(surroundings, { unitId, transferId })
  return runOut.length
}

const expire = systemAct('transfers.expire', async ({ tx, now }, key: TransferKey) => {
  const transfer = await lockTransfer(tx, ['/'], key)
  const today = dayOf(now)
  const { state, validUntil, unitId = key.unitId, path = '/' } = transfer ?? {}
  const isRunOut = state && running.includes(state) && validUntil && validUntil < today
  if (!transfer || !isRunOut) return { value: {}, place: { unitId, path }, change: 'none' }
  const reason = `介绍信有效期至 ${validUntil}，没有接收，组织关系仍由转出方负责`
  await lapseCase(tx, { unitId, caseId: transfer.caseId }, { reason, now })
  await changeTransfer(tx, transfer, { state: 'expired', endedOn: today, factsSealed: null })
  await tell(tx, transfer, { state: 'expired', reason, now })
  return {
    value: {},
    place: { unitId, path },
    change: {
      subject: transfer.memberId ? `member:${transfer.memberId}` : `transfer:${transfer.id}`,
      before: { state },
      after: { state: 'expired', reason },
    },
  }
})
