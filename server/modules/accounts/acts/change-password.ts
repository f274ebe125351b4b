import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { isPassword } from '../../../kernel/password.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findAccount, lockAccount } from '../store/login.ts'
import { keepPassword } from '../store/passwords.ts'
import { endSessions } from '../store/sessions.ts'
import { beginSession } from '../steps/begin-session.ts'
import { choosePassword } from '../steps/choose-password.ts'
import { fail, refuseLocked } from '../steps/fail.ts'
import { termsAt } from '../steps/terms.ts'

/** Every other device is signed out; this one goes on with a fresh session. */
export const changePassword = ownAct(
  contract.accounts.changePassword,
  async ({ db, now, vault, visit, actor }, { old, password }) => {
    const found = await findAccount(db, actor.accountId)
    if (!found) throw missing('accounts.unknown')
    await refuseLocked({ tx: db, now, vault, visit }, { account: found, login: found.login })
    if (!(await isPassword(found.passwordHash, old))) return { found, hash: undefined }
    const { passwordHistory: history } = await termsAt(db, actor.place.path, now)
    return { found, hash: await choosePassword(db, found, { password, history, by: vault.crypto }) }
  },
  async (scene, _, { found, hash }) => {
    const { tx, now, actor } = scene
    const account = await lockAccount(tx, actor.accountId)
    if (!account) throw missing('accounts.unknown')
    const meant = { account, login: account.login }
    await refuseLocked(scene, meant)
    const terms = await termsAt(tx, account.path, now)
    if (!hash || account.passwordHash !== found.passwordHash)
      return fail(scene, meant, { terms, refusal: conflict('accounts.oldWrong') })

    await keepPassword(tx, { accountId: account.id, hash, now })
    await endSessions(tx, account.id, now)
    await beginSession(scene, { ...account, passwordSetAt: now }, terms)
    const change = { subject: `account:${account.id}`, after: { result: '修改密码' } }
    return { value: {}, place: account, change }
  },
)
