import { eq } from 'drizzle-orm'
import type { Db } from '../kernel/db.ts'
import { digestOf, newToken } from '../kernel/token.ts'
import { accounts, sessions } from '../modules/accounts/table.ts'
import type { Person } from './world.ts'

/** The token of a session that somebody has just begun. */
export async function plantSession(db: Db, { actor }: Person, moment: Date): Promise<string> {
  const token = newToken()
  // Nobody is sent to choose a password first.
  await db.update(accounts).set({ passwordSetAt: moment }).where(eq(accounts.id, actor.accountId))
  await db.insert(sessions).values({
    accountId: actor.accountId,
    tokenHash: digestOf(token),
    address: '127.0.0.1',
    agent: 'browser test',
    createdAt: moment,
    lastSeenAt: moment,
    expiresAt: new Date(moment.getTime() + 86_400_000),
  })
  return token
}
