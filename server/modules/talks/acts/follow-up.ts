import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { ruleAt } from '../../rules/index.ts'
import { refuseFollowUp } from '../rules/talk.ts'
import { requireTalk } from '../steps/require.ts'
import { changeTalk, keepFollowUp } from '../store.ts'

/** Whether it helped: looked at again on a day, or settled. */
export const followUp = act(
  contract.talks.followUp,
  async ({ tx, now, actor, reach, vault }, { version, day, finding, next, ...key }) => {
    const known = { tx, reach, memberId: actor.memberId }
    const talk = await requireTalk(known, { ...key, version }, 'following')
    const today = dayOf(now)
    if (day > today) throw conflict('talks.ahead', { 日期: day })
    const heldOn = talk.heldOn ?? talk.plannedOn
    if (day < heldOn) throw conflict('talks.order', { 日期: heldOn })
    const most = await ruleAt(tx, 'talk.follow_up.days', { path: talk.path, day: today })
    const refusal = next === null ? undefined : refuseFollowUp(day, next, most)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const { unitId, id } = talk
    const sealed = { findingSealed: vault.seal(finding), next }
    await keepFollowUp(tx, {
      unitId,
      id: newId(),
      talkId: id,
      day,
      ...sealed,
      byName: actor.name,
      at: now,
    })
    const state = next === null ? ('closed' as const) : ('following' as const)
    const closedOn = next === null ? day : null
    const changed = await changeTalk(tx, talk, { state, followUpOn: next, closedOn })
    return {
      value: { version: changed, state },
      place: talk,
      change: {
        subject: `talk:${id}`,
        before: { state: 'following' },
        after: { state, followUpOn: next },
      },
    }
  },
)
