import type { OpenScene } from '../../../kernel/act.ts'
import { hashPassword, isPassword } from '../../../kernel/password.ts'
import { conflict } from '../../../kernel/problem.ts'
import { refusePassword } from '../rules.ts'
import { endSessions, findFormerHashes, keepPassword } from '../store/login.ts'
import type { Account } from '../store/login.ts'

/** Sets a password that is strong and new, and ends every session that began with the old one. */
export async function setPassword(
  { tx, now }: Pick<OpenScene, 'tx' | 'now'>,
  account: Pick<Account, 'id' | 'login'>,
  password: string,
): Promise<void> {
  const refusal = refusePassword(password, account.login)
  if (refusal) throw conflict(refusal)
  for (const former of await findFormerHashes(tx, account.id))
    if (await isPassword(former, password)) throw conflict('accounts.passwordUsed')

  await keepPassword(tx, { accountId: account.id, hash: await hashPassword(password), now })
  await endSessions(tx, account.id, now)
}
