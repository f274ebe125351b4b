import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { digestOf } from '../../../kernel/token.ts'
import { endSessionOf } from '../store/sessions.ts'

export const signOut = ownAct(contract.accounts.signOut, async ({ tx, now, actor, visit }) => {
  if (visit.token) await endSessionOf(tx, digestOf(visit.token), now)
  visit.end()
  const change = { subject: `account:${actor.accountId}`, after: { result: '退出' } }
  return { value: {}, place: actor.place, change }
})
