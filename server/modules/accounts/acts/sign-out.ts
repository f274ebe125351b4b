import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { digestOf } from '../../../kernel/token.ts'
import { endSession } from '../store/login.ts'

export const signOut = ownAct(contract.accounts.signOut, async ({ tx, now, actor, visit }) => {
  if (visit.token) await endSession(tx, digestOf(visit.token), now)
  visit.end()
  return { value: {}, place: actor.place, change: { subject: `account:${actor.accountId}` } }
})
