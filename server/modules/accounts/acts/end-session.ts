import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { digestOf } from '../../../kernel/token.ts'
import { endOwnSession, endSessions } from '../store/sessions.ts'

/** Signs one device out, or every device but this one. */
export const endSession = ownAct(
  contract.accounts.endSession,
  async ({ tx, now, actor, visit }, { sessionId }) => {
    const { accountId } = actor
    const hash = visit.token && digestOf(visit.token)
    const ended = sessionId
      ? Number(await endOwnSession(tx, { accountId, sessionId, now }))
      : await endSessions(tx, accountId, now, hash)
    if (sessionId && ended === 0) throw missing('accounts.sessionUnknown')

    const change = ended ? { subject: `account:${accountId}`, after: { 退出设备: ended } } : 'none'
    return { value: { ended }, place: actor.place, change }
  },
)
