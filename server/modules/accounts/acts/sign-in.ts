import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import { isPassword } from '../../../kernel/password.ts'
import { conflict, unidentified } from '../../../kernel/problem.ts'
import { afterFailure, minutesLocked } from '../rules.ts'
import { changeAccount, lockAccountBy } from '../store/login.ts'
import { beginSession } from '../steps/begin-session.ts'

/** The same answer, after the same time, whether the name or the password was wrong. */
export const signIn = openAct(
  contract.accounts.signIn,
  async ({ tx, now, vault, visit }, { login, password }) => {
    const found = await lockAccountBy(tx, login, vault.index(login.toUpperCase()))
    const isRight = await isPassword(found?.account.passwordHash ?? null, password)
    if (!found) throw unidentified('accounts.wrong')

    const { account, path } = found
    const place = { unitId: account.unitId, path }
    const subject = `account:${account.id}`
    const minutes = minutesLocked(account.lockedUntil, now)
    if (minutes > 0) throw conflict('accounts.locked', { 分钟: minutes })
    if (!isRight) {
      const after = afterFailure(account.failures, now)
      await changeAccount(tx, account.id, after)
      const refusal = unidentified('accounts.wrong')
      return { refusal, place, change: { subject, after }, by: account.id }
    }

    await changeAccount(tx, account.id, { failures: 0, lockedUntil: null })
    await beginSession({ tx, now, visit }, account.id)
    const after = { address: visit.address, agent: visit.agent }
    return { value: { next: 'done' as const }, place, change: { subject, after }, by: account.id }
  },
)
