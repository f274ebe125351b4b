import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { requireTalk } from '../steps/require.ts'
import { changeTalk } from '../store.ts'

/** A talk that was not held and will not be: kept, with the reason. */
export const cancel = act(
  contract.talks.cancel,
  async ({ tx, actor, reach }, { version, reason, ...key }) => {
    const known = { tx, reach, memberId: actor.memberId }
    const talk = await requireTalk(known, { ...key, version }, 'planned')
    await changeTalk(tx, talk, { state: 'cancelled', cancelReason: reason })
    return {
      value: {},
      place: talk,
      change: {
        subject: `talk:${talk.id}`,
        before: { state: 'planned' },
        after: { state: 'cancelled', reason },
      },
    }
  },
)
