import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { isPassword } from '../../../kernel/password.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { owedBy } from '../rules/sessions.ts'
import { changeAccount, findAccount, lockAccount } from '../store/login.ts'
import { findOffices } from '../store/sessions.ts'
import { fail, refuseLocked } from '../steps/fail.ts'
import { termsAt } from '../steps/terms.ts'

/** An open page alone is not enough to take the second factor away: the password is asked for again. */
export const removeTotp = ownAct(
  contract.accounts.removeTotp,
  async ({ db, now, vault, visit, actor }, { password }) => {
    const found = await findAccount(db, actor.accountId)
    if (!found) throw missing('accounts.unknown')
    await refuseLocked({ tx: db, now, vault, visit }, { account: found, login: found.login })
    return { isRight: await isPassword(found.passwordHash, password) }
  },
  async (scene, _, { isRight }) => {
    const { tx, now, actor } = scene
    const account = await lockAccount(tx, actor.accountId)
    if (!account) throw missing('accounts.unknown')
    const meant = { account, login: account.login }
    await refuseLocked(scene, meant)
    const terms = await termsAt(tx, account.path, now)
    if (!isRight) return fail(scene, meant, { terms, refusal: conflict('accounts.oldWrong') })

    const offices = await findOffices(tx, account.id, now)
    const without = { offices, passwordSetAt: account.passwordSetAt, hasTotp: false }
    if (owedBy(without, terms, now) === 'totp') throw conflict('accounts.totpRequired')
    const was = account.totpSealed !== null
    await changeAccount(tx, account.id, { totpSealed: null, totpConfirmed: false, totpLastStep: 0 })
    const done = { subject: `account:${account.id}`, after: { result: '解除验证器' } }
    return { value: {}, place: account, change: was ? done : 'none' }
  },
)
