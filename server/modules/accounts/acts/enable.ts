import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { lockHolders } from '../store/holders.ts'
import { changeAccount } from '../store/login.ts'

export const enable = act(
  contract.accounts.enable,
  async ({ tx, now, reach }, { accountId, reason }) => {
    const [holder] = await lockHolders(tx, reach, [accountId])
    if (!holder) throw missing('accounts.unknown')
    if (!holder.disabledAt) throw conflict('accounts.enabled')

    // From today it counts as seen, or it would be swept away again tomorrow.
    await changeAccount(tx, accountId, { disabledAt: null, signedInAt: now })
    const change = {
      subject: `account:${accountId}`,
      before: { disabled: true },
      after: { disabled: false, reason },
    }
    return { value: {}, place: holder, change }
  },
)
