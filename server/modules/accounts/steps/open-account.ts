import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { missing } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { loginsFor, wordOf } from '../rules/logins.ts'
import { findLoginsLike, keepAccounts, lockLogins } from '../store/holders.ts'
import { issueCodes } from './issue-codes.ts'

type Place = { readonly id: string; readonly unitId: string; readonly name: string }

/** An account without any office, for somebody who is no member: it sees what is its owner's and nothing else. */
export async function openAccount(
  scene: { readonly tx: Db; readonly now: Date; readonly vault: Vault },
  { id: organizationId, unitId, name: organizationName }: Place,
  { name, byId }: { readonly name: string; readonly byId: string },
) {
  const { tx, now } = scene
  await lockLogins(tx)
  const word = wordOf(nameKeyOf(name))
  const [login] = loginsFor([word], await findLoginsLike(tx, [word]))
  if (!login) throw missing('accounts.unknown')
  const account = { id: newId(), unitId, organizationId, login, name, createdAt: now }
  await keepAccounts(tx, [account])
  const [slip] = await issueCodes(scene, [{ ...account, organizationName }], byId)
  if (!slip) throw missing('accounts.unknown')
  return slip
}
