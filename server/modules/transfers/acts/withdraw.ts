import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { withdrawCase } from '../../procedures/index.ts'
import { changeTransfer, lockTransfer } from '../store.ts'

/** By the end where it began, as long as nobody has received it. */
export const withdraw = act(contract.transfers.withdraw, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const transfer = await lockTransfer(tx, reach, input)
  if (!transfer || !covers(reach, transfer.path)) throw missing('transfers.unknown')
  const { unitId, path, caseId, state, name, memberId, id } = transfer
  if (state === 'received') throw conflict('transfers.received', { 姓名: name })
  await withdrawCase(tx, { unitId, caseId }, { actor, reason: input.reason, now })
  const over = { state: 'withdrawn', endedOn: dayOf(now), factsSealed: null } as const
  await changeTransfer(tx, transfer, over)
  return {
    value: {},
    place: { unitId, path },
    change: {
      subject: memberId ? `member:${memberId}` : `transfer:${id}`,
      before: { state },
      after: { state: 'withdrawn', reason: input.reason },
    },
  }
})
