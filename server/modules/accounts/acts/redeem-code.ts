import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { digestOf } from '../../../kernel/token.ts'
import { afterFailure, minutesLocked, tidyCode } from '../rules.ts'
import { changeAccount, lockAccountBy, useCode } from '../store/login.ts'
import { beginSession } from '../steps/begin-session.ts'
import { setPassword } from '../steps/set-password.ts'

/** The first time: the code from the branch, and a password of one's own. Guessing locks the account as well. */
export const redeemCode = openAct(
  contract.accounts.redeemCode,
  async ({ tx, now, vault, visit }, { login, code, password }) => {
    const found = await lockAccountBy(tx, login, vault.index(login.toUpperCase()))
    if (!found) throw conflict('accounts.codeOver')

    const { account, path } = found
    const place = { unitId: account.unitId, path }
    const subject = `account:${account.id}`
    const minutes = minutesLocked(account.lockedUntil, now)
    if (minutes > 0) throw conflict('accounts.locked', { 分钟: minutes })

    const codeHash = digestOf(tidyCode(code))
    if (!(await useCode(tx, { accountId: account.id, codeHash, now }))) {
      const after = afterFailure(account.failures, now)
      await changeAccount(tx, account.id, after)
      return { refusal: conflict('accounts.codeOver'), place, change: { subject, after } }
    }
    await setPassword({ tx, now }, account, password)
    await beginSession({ tx, now, visit }, account.id)
    return { value: {}, place, change: { subject }, by: account.id }
  },
)
