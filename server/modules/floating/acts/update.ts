import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { settleStay, tracedStay } from '../steps/settle-stay.ts'
import { keepContact } from '../store/logs.ts'
import { lockPerson } from '../store/people.ts'

/** Somebody says themself where they are: that is a contact as well. */
export const update = ownAct(contract.floating.update, async (scene, { stay: facts, version }) => {
  const { tx, now, actor } = scene
  const { memberId } = actor
  const found =
    memberId === undefined
      ? undefined
      : await lockPerson(tx, [actor.place.path], { unitId: actor.unitId, memberId })
  if (!found || memberId === undefined) throw conflict('floating.notMember')

  const byId = actor.accountId
  const next = await settleStay(scene, found, { facts, version, byId })
  const { unitId } = found.member
  const told = { on: dayOf(now), way: 'self', isReached: true, note: facts.destination } as const
  await keepContact(tx, {
    ...told,
    id: newId(),
    formId: newId(),
    unitId,
    memberId,
    byId,
    byName: actor.name,
    at: now,
  })
  return {
    value: { version: next },
    place: { unitId, path: found.path },
    change: { subject: `member:${memberId}`, after: tracedStay(facts) },
  }
})
