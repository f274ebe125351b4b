import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { isPassword } from '../../../kernel/password.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { lockAccount } from '../store/login.ts'
import { beginSession } from '../steps/begin-session.ts'
import { setPassword } from '../steps/set-password.ts'

/** Every other device is signed out; this one goes on with a fresh session. */
export const changePassword = ownAct(
  contract.accounts.changePassword,
  async ({ tx, now, actor, visit }, { old, password }) => {
    const found = await lockAccount(tx, actor.accountId)
    if (!found) throw missing('accounts.unknown')
    if (!(await isPassword(found.account.passwordHash, old))) throw conflict('accounts.oldWrong')

    await setPassword({ tx, now }, found.account, password)
    await beginSession({ tx, now, visit }, actor.accountId)
    return { value: {}, place: actor.place, change: { subject: `account:${actor.accountId}` } }
  },
)
