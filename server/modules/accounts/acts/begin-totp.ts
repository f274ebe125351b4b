import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { newTotpSecret, totpAddress } from '../../../kernel/totp.ts'
import { changeAccount, lockAccount } from '../store/login.ts'

/** A secret for an authenticator; it counts for nothing until its first code has been typed in. */
export const beginTotp = ownAct(contract.accounts.beginTotp, async ({ tx, vault, actor }) => {
  const account = await lockAccount(tx, actor.accountId)
  if (!account) throw missing('accounts.unknown')
  if (account.totpConfirmed) throw conflict('accounts.totpThere')

  const secret = newTotpSecret()
  await changeAccount(tx, account.id, { totpSealed: vault.seal(secret), totpLastStep: 0 })
  const value = { secret, uri: totpAddress(secret, account.login) }
  return { value, place: account, change: 'none' }
})
