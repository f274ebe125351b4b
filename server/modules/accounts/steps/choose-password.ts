import type { Reader } from '../../../kernel/db.ts'
import { hashPassword, isPassword } from '../../../kernel/password.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { CryptoName } from '../../../kernel/vault.ts'
import { refusePassword } from '../rules/password.ts'
import { findFormerHashes } from '../store/passwords.ts'

type Chosen = {
  readonly password: string
  readonly history: number
  readonly by: CryptoName
}

/** The hash of a new password that is strong and has not been used lately. Slow: before the transaction. */
export async function choosePassword(
  db: Reader,
  account: { readonly id: string; readonly login: string },
  { password, history, by }: Chosen,
): Promise<string> {
  const refusal = refusePassword(password, account.login)
  if (refusal) throw conflict(refusal)
  for (const former of await findFormerHashes(db, account.id, history))
    if (await isPassword(former, password)) throw conflict('accounts.passwordUsed')
  return hashPassword(password, by)
}
