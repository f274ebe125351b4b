import { contract } from '@zhixing/contract'
import { missing } from '../../../kernel/problem.ts'
import { digestOf } from '../../../kernel/token.ts'
import { ownView } from '../../../kernel/view.ts'
import { findAccount } from '../store/login.ts'
import { findOpenSessions } from '../store/sessions.ts'

export const listSessions = ownView(
  contract.accounts.sessions,
  async ({ db, now, actor, visit }) => {
    const account = await findAccount(db, actor.accountId)
    if (!account) throw missing('accounts.unknown')
    const own = visit.token && digestOf(visit.token)
    const open = await findOpenSessions(db, actor.accountId, now)
    return {
      login: account.login,
      hasTotp: account.totpConfirmed,
      passwordSetAt: account.passwordSetAt?.toISOString() ?? null,
      rows: open.map(({ id, tokenHash, address, agent, createdAt, lastSeenAt, expiresAt }) => ({
        id,
        isThis: tokenHash === own,
        address,
        agent,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    }
  },
)
