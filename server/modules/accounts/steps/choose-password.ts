import type { Reader } from '../../../kernel/db.ts'
import { hashPassword, isPassword } from '../../../kernel/password.ts'
import { conflict } from '../../../kernel/problem.ts'
import { refusePassword } from '../rules/password.ts'
import { findFormerHashes } from '../store/passwords.ts'

/** The hash of a new password that is strong and has not been used lately. Slow: before the transaction. */
export async function choosePassword(
  db: Reader,
  account: { readonly id: string; readonly login: string },
  { password, history }: { readonly password: string; readonly history: number },
): Promise<string> {
  const refusal = refusePassword(password, account.login)
  if (refusal) throw conflict(refusal)
  for (const former of await findFormerHashes(db, account.id, history))
    if (await isPassword(former, password)) throw conflict('accounts.passwordUsed')
  return hashPassword(password)
}
