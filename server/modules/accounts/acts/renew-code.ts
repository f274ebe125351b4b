import { contract } from '@zhixing/contract'
import { officeNames } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { officeBeyond } from '../rules/powers.ts'
import { findLiveOffices } from '../store/appointments.ts'
import { lockHolders } from '../store/holders.ts'
import { issueCodes } from '../steps/issue-codes.ts'

/** For somebody who has forgotten their password. The old one goes on working until the code is used. */
export const renewCode = act(contract.accounts.renewCode, async (scene, { accountId }) => {
  const { tx, now, actor, reach } = scene
  const [holder] = await lockHolders(tx, reach, [accountId])
  if (!holder) throw missing('accounts.unknown')
  if (accountId === actor.accountId) throw forbidden('accounts.ownAccount')
  if (holder.disabledAt) throw conflict('accounts.disabled')
  const beyond = officeBeyond(actor.appointments, await findLiveOffices(tx, [accountId], now))
  if (beyond)
    throw conflict('accounts.codeBeyond', { 姓名: holder.name, 职务: officeNames[beyond] })

  const [slip] = await issueCodes(scene, [holder], actor.accountId)
  if (!slip) throw missing('accounts.unknown')
  const change = { subject: `account:${accountId}`, after: { result: '重新发码' } }
  return { value: slip, place: holder, change }
})
