import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import type { OpenScene } from '../../../kernel/act.ts'
import { hashPassword, isOutdated, isPassword } from '../../../kernel/password.ts'
import { conflict, unidentified } from '../../../kernel/problem.ts'
import { nobody } from '../../../kernel/trace.ts'
import { totpStep } from '../../../kernel/totp.ts'
import { clearGuard } from '../store/guards.ts'
import { changeAccount, findAccountByLogin, lockAccount } from '../store/login.ts'
import type { Placed } from '../store/login.ts'
import { beginSession } from '../steps/begin-session.ts'
import { refuseElsewhere } from '../steps/refuse-elsewhere.ts'
import { fail, guardKey, refuseLocked } from '../steps/fail.ts'
import { termsAt } from '../steps/terms.ts'

/** The same answer, after the same statements and time, whether the name or the password was wrong. */
export const signIn = openAct(
  contract.accounts.signIn,
  async ({ db, now, vault, visit }, { login, password }) => {
    const found = await findAccountByLogin(db, vault, login)
    await refuseLocked({ tx: db, now, vault, visit }, { account: found, login })
    const kept = found?.passwordHash ?? null
    const isRight = await isPassword(kept, password, vault.crypto)
    // Known for this moment only: what is kept of it follows the algorithms of the platform.
    const isOld = kept !== null && isRight && isOutdated(kept, vault.crypto)
    return { found, isRight, renewed: isOld ? await hashPassword(password, vault.crypto) : null }
  },
  async (scene, { login, code }, { found, isRight, renewed }) => {
    const { tx, now, visit } = scene
    const account = await lockAccount(tx, found?.id ?? nobody)
    const meant = { account, login }
    // Once more, now that nobody else can fail at this account meanwhile.
    const hasFailed = await refuseLocked(scene, meant)
    const terms = await termsAt(tx, account?.path ?? '/', now)

    if (!account || !isRight || account.passwordHash !== found?.passwordHash)
      return fail(scene, meant, { terms, refusal: unidentified('accounts.wrong') })
    if (account.disabledAt) throw conflict('accounts.disabled')
    const passed = { place: account, by: account.id }
    if (account.totpConfirmed && !code)
      return { ...passed, value: { next: 'totp' as const }, change: 'none' }
    if (account.totpConfirmed && !(await takeCode(scene, account, code ?? '')))
      return fail(scene, meant, { terms, refusal: conflict('accounts.totpWrong') })

    const elsewhere = await refuseElsewhere(scene, account, terms)
    if (elsewhere) return elsewhere
    if (hasFailed) await clearGuard(tx, guardKey(scene, meant))
    if (renewed) await changeAccount(tx, account.id, { passwordHash: renewed })
    const owes = await beginSession(scene, account, terms)
    const next = owes === 'newPassword' ? owes : ('done' as const)
    const after = { result: '登录', address: visit.address, agent: visit.agent }
    return { ...passed, value: { next }, change: { subject: `account:${account.id}`, after } }
  },
)

/** Whether the code is right and new; it is used up by this. */
async function takeCode({ tx, now, vault }: OpenScene, account: Placed, code: string) {
  if (!account.totpSealed) return false
  const secret = vault.open(account.totpSealed)
  const step = totpStep(secret, code, { now, after: account.totpLastStep })
  if (step === undefined) return false
  await changeAccount(tx, account.id, { totpLastStep: step })
  return true
}
