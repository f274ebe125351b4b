import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { totpStep } from '../../../kernel/totp.ts'
import { changeAccount, lockAccount } from '../store/login.ts'
import { settleSessions } from '../store/sessions.ts'
import { fail, refuseLocked } from '../steps/fail.ts'
import { termsAt } from '../steps/terms.ts'

/** The first code proves that the authenticator has the secret; from here on it is asked for. */
export const confirmTotp = ownAct(contract.accounts.confirmTotp, async (scene, { code }) => {
  const { tx, now, vault, actor } = scene
  const account = await lockAccount(tx, actor.accountId)
  if (!account) throw missing('accounts.unknown')
  if (account.totpConfirmed) throw conflict('accounts.totpThere')
  if (!account.totpSealed) throw conflict('accounts.totpMissing')

  const meant = { account, login: account.login }
  await refuseLocked(scene, meant)
  const step = totpStep(vault.open(account.totpSealed), code, { now, after: 0 })
  if (step === undefined) {
    const terms = await termsAt(tx, account.path, now)
    return fail(scene, meant, { terms, refusal: conflict('accounts.totpWrong') })
  }
  await changeAccount(tx, account.id, { totpConfirmed: true, totpLastStep: step })
  await settleSessions(tx, account.id, 'totp')
  const change = { subject: `account:${account.id}`, after: { result: '绑定验证器' } }
  return { value: {}, place: account, change }
})
