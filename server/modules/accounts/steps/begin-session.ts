import type { OpenScene } from '../../../kernel/act.ts'
import { digestOf, newToken } from '../../../kernel/token.ts'
import { sessionMillis } from '../rules.ts'
import { holdsOffice, keepSession } from '../store/login.ts'

/** A fresh token at every sign-in: what the browser carried before is worth nothing afterwards. */
export async function beginSession(
  { tx, now, visit }: Pick<OpenScene, 'tx' | 'now' | 'visit'>,
  accountId: string,
): Promise<void> {
  const { idle, whole } = sessionMillis(await holdsOffice(tx, accountId, now))
  const token = newToken()
  const until = new Date(now.getTime() + Math.min(idle, whole))
  await keepSession(tx, {
    accountId,
    tokenHash: digestOf(token),
    address: visit.address,
    agent: visit.agent,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: until,
  })
  visit.begin(token, new Date(now.getTime() + whole))
}
