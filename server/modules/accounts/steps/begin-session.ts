import type { OpenScene } from '../../../kernel/act.ts'
import { digestOf, newToken } from '../../../kernel/token.ts'
import { owedBy, spanOf } from '../rules/sessions.ts'
import { changeAccount } from '../store/login.ts'
import type { Placed } from '../store/login.ts'
import { endSessionOf, findOffices, keepSession } from '../store/sessions.ts'
import type { Terms } from './terms.ts'

/**
 * A fresh token at every sign-in: what the browser carried before is worth nothing afterwards.
 * Answers what has to be done before any office counts.
 */
export async function beginSession(
  { tx, now, vault, visit }: Pick<OpenScene, 'tx' | 'now' | 'vault' | 'visit'>,
  account: Placed,
  terms: Terms,
) {
  if (visit.token) await endSessionOf(tx, digestOf(visit.token), now)

  const offices = await findOffices(tx, account.id, now)
  const { passwordSetAt, totpConfirmed: hasTotp } = account
  const owes = owedBy({ offices, passwordSetAt, hasTotp }, terms, now)
  const { expiresAt, idleSeconds } = spanOf(offices.length > 0, terms, now)
  const token = newToken(vault)
  await keepSession(tx, {
    accountId: account.id,
    tokenHash: digestOf(token),
    address: visit.address,
    agent: visit.agent,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    idleSeconds,
    owes: owes ?? null,
  })
  await changeAccount(tx, account.id, { signedInAt: now })
  visit.begin(token, expiresAt)
  return owes
}
