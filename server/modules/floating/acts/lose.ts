import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { updateMember } from '../../members/index.ts'
import { refuseDay } from '../rules/days.ts'
import { endLoss, keepLoss, keepSearch } from '../store/logs.ts'
import { lockPerson } from '../store/people.ts'

/** The clock begins, on the roll as well. */
export const lose = act(contract.floating.lose, async ({ tx, now, actor, reach }, input) => {
  const found = await lockPerson(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  const { unitId, id: memberId, name, lostSince } = member
  if (lostSince) throw conflict('floating.lostAlready', { 姓名: name, 日期: lostSince })
  const refusal = refuseDay(input.since, dayOf(now), member.bornOn)
  if (refusal) throw conflict(refusal.reason, refusal.words)

  const { since, cause, note } = input
  await updateMember(tx, member, { lostSince: since })
  // The roll may have forgotten somebody found without us: their old clock is stopped first.
  await endLoss(tx, { unitId, memberId }, { foundOn: since, how: '名册已更正' })
  const by = { byId: actor.accountId, at: now }
  await keepLoss(tx, { ...by, id: newId(), unitId, memberId, since, cause, note })
  return {
    value: {},
    place: { unitId, path },
    change: { subject: `member:${memberId}`, after: { lostSince: since, cause, note } },
  }
})

export const look = act(contract.floating.look, async ({ tx, now, actor, reach }, input) => {
  const found = await lockPerson(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  const { unitId, id: memberId, name, lostSince } = member
  if (lostSince === null) throw conflict('floating.notLost', { 姓名: name })
  const refusal = refuseDay(input.on, dayOf(now), lostSince)
  if (refusal) throw conflict(refusal.reason, refusal.words)

  const { formId, on, asked, result } = input
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const row = { ...by, id: newId(), unitId, memberId, formId, on, asked, result }
  const isNew = await keepSearch(tx, row)
  return {
    value: {},
    place: { unitId, path },
    change: isNew ? { subject: `member:${memberId}`, after: { on, asked, result } } : 'none',
  }
})

/** Reached again: the clock stops, and how it came about is part of the log. */
export const find = act(contract.floating.find, async ({ tx, now, actor, reach }, input) => {
  const found = await lockPerson(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  const { unitId, id: memberId, name, lostSince } = member
  if (lostSince === null) throw conflict('floating.notLost', { 姓名: name })
  if (input.on < lostSince) throw conflict('floating.foundTooEarly', { 日期: lostSince })
  const refusal = refuseDay(input.on, dayOf(now))
  if (refusal) throw conflict(refusal.reason, refusal.words)

  const { on, how } = input
  await updateMember(tx, member, { lostSince: null })
  await endLoss(tx, { unitId, memberId }, { foundOn: on, how })
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const log = { formId: newId(), on, asked: '已联系上', result: how }
  await keepSearch(tx, { ...by, ...log, id: newId(), unitId, memberId })
  return {
    value: {},
    place: { unitId, path },
    change: {
      subject: `member:${memberId}`,
      before: { lostSince },
      after: { lostSince: null, note: how },
    },
  }
})
