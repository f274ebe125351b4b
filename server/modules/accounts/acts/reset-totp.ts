import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { lockHolders } from '../store/holders.ts'
import { changeAccount } from '../store/login.ts'
import { endSessions } from '../store/sessions.ts'

/** For a lost phone. The password is still asked for; of an administrator, it takes another office to set that anew. */
export const resetTotp = act(
  contract.accounts.resetTotp,
  async ({ tx, now, actor, reach }, { accountId, reason }) => {
    const [holder] = await lockHolders(tx, reach, [accountId])
    if (!holder) throw missing('accounts.unknown')
    if (accountId === actor.accountId) throw forbidden('accounts.ownAccount')
    if (!holder.totpSealed) throw conflict('accounts.noTotp')

    await changeAccount(tx, accountId, { totpSealed: null, totpConfirmed: false, totpLastStep: 0 })
    await endSessions(tx, accountId, now)
    const change = { subject: `account:${accountId}`, after: { result: '解除验证器', reason } }
    return { value: {}, place: holder, change }
  },
)
