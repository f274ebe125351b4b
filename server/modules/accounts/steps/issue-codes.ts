import { addDays, dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newBytes } from '../../../kernel/token.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { ruleAt } from '../../rules/index.ts'
import { codeOf } from '../rules/password.ts'
import { keepCodes } from '../store/passwords.ts'

type Receiver = {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly organizationName: string
}

/** A fresh code for each, in place of any older one. Only its digest is kept, made with a key the database lacks. */
export async function issueCodes(
  { tx, now, vault }: { readonly tx: Db; readonly now: Date; readonly vault: Vault },
  receivers: readonly Receiver[],
  issuedBy: string,
) {
  const { value: days } = await ruleAt(tx, 'signIn.code.days', { path: '/', day: dayOf(now) })
  const expiresAt = startOf(addDays(dayOf(now), days + 1))
  const slips = receivers.map(({ id, name, login, organizationName }) => ({
    accountId: id,
    name,
    login,
    organizationName,
    code: codeOf(newBytes(64)),
    expiresAt: expiresAt.toISOString(),
  }))
  await keepCodes(
    tx,
    slips.map(({ accountId, code }) => ({
      accountId,
      codeHash: vault.sign(`code ${accountId} ${code}`),
      issuedBy,
      issuedAt: now,
      expiresAt,
    })),
  )
  return slips
}
