import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { nobody } from '../../../kernel/trace.ts'
import { tidyCode } from '../rules/password.ts'
import { clearGuard } from '../store/guards.ts'
import { findAccountByLogin, lockAccount } from '../store/login.ts'
import { hasCode, keepPassword, useCode } from '../store/passwords.ts'
import { endSessions } from '../store/sessions.ts'
import { beginSession } from '../steps/begin-session.ts'
import { choosePassword } from '../steps/choose-password.ts'
import { refuseElsewhere } from '../steps/refuse-elsewhere.ts'
import { fail, guardKey, refuseLocked } from '../steps/fail.ts'
import { termsAt } from '../steps/terms.ts'

/**
 * The first time, or after a forgotten password: the code that was handed over, and a password of one's own.
 * A second factor stays: who has one signs in with it afterwards. Guessing codes locks like guessing passwords.
 */
export const redeemCode = openAct(
  contract.accounts.redeemCode,
  async ({ db, now, vault, visit }, { login, code, password }) => {
    const found = await findAccountByLogin(db, vault, login)
    await refuseLocked({ tx: db, now, vault, visit }, { account: found, login })
    const accountId = found?.id ?? nobody
    const hashes = vault.signatures(`code ${accountId} ${tidyCode(code)}`)
    // Asked of nobody as well: who has an account must not be told by the clock.
    const isGood = await hasCode(db, { accountId, hashes, now })
    if (!found || !isGood) return { found, hashes, hash: undefined }
    const { passwordHistory: history } = await termsAt(db, '/', now)
    return {
      found,
      hashes,
      hash: await choosePassword(db, found, { password, history, by: vault.crypto }),
    }
  },
  async (scene, { login }, { found, hashes, hash }) => {
    const { tx, now } = scene
    const account = await lockAccount(tx, found?.id ?? nobody)
    const meant = { account, login }
    await refuseLocked(scene, meant)
    const terms = await termsAt(tx, account?.path ?? '/', now)

    const refusal = conflict('accounts.codeOver')
    if (!account || !hash || !(await useCode(tx, { accountId: account.id, hashes, now })))
      return fail(scene, meant, { terms, refusal })
    if (account.disabledAt) throw conflict('accounts.disabled')
    if (await refuseElsewhere(scene, account, terms)) throw conflict('accounts.elsewhere')

    await keepPassword(tx, { accountId: account.id, hash, now })
    await endSessions(tx, account.id, now)
    await clearGuard(tx, guardKey(scene, meant))
    const change = { subject: `account:${account.id}`, after: { result: '设定密码' } }
    const passed = { place: account, by: account.id, change }
    if (account.totpConfirmed) return { ...passed, value: { next: 'totp' as const } }
    await beginSession(scene, { ...account, passwordSetAt: now }, terms)
    return { ...passed, value: { next: 'done' as const } }
  },
)
