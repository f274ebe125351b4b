import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { ruleAt } from '../../rules/index.ts'
import { refuseFollowUp } from '../rules/talk.ts'
import { requireTalk } from '../steps/require.ts'
import { changeTalk } from '../store.ts'

/** What was said, sealed, and when to look whether it helped. */
export const record = act(
  contract.talks.record,
  async ({ tx, now, actor, reach, vault }, { version, heldOn, content, promise, ...input }) => {
    const { followUpOn, ...key } = input
    const known = { tx, reach, memberId: actor.memberId }
    const talk = await requireTalk(known, { ...key, version }, 'planned')
    const day = dayOf(now)
    if (heldOn > day) throw conflict('talks.ahead', { 日期: heldOn })
    const most = await ruleAt(tx, 'talk.follow_up.days', { path: talk.path, day })
    const refusal = refuseFollowUp(heldOn, followUpOn, most)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const next = await changeTalk(tx, talk, {
      state: 'following',
      heldOn,
      followUpOn,
      contentSealed: vault.seal(content),
      promiseSealed: promise ? vault.seal(promise) : null,
    })
    return {
      value: { version: next },
      place: talk,
      change: {
        subject: `talk:${talk.id}`,
        before: { state: 'planned' },
        after: { state: 'following', heldOn, followUpOn },
      },
    }
  },
)
