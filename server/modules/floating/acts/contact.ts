import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { rulesAt } from '../../rules/index.ts'
import { contactDue, contactRules } from '../rules/contact.ts'
import { refuseDay } from '../rules/days.ts'
import { keepContact, lastReached } from '../store/logs.ts'
import { lockPerson } from '../store/people.ts'

/** One attempt to reach somebody; an attempt that failed is kept too, and does not move the next day that is due. */
export const contact = act(contract.floating.contact, async ({ tx, now, actor, reach }, input) => {
  const { unitId, memberId, formId, on, way, isReached, note } = input
  const found = await lockPerson(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, stay, path } = found
  const today = dayOf(now)
  const { floatingSince: since, name } = member
  if (since === null || since > today) throw conflict('floating.notFloating', { 姓名: name })
  const refusal = refuseDay(on, today, since)
  if (refusal) throw conflict(refusal.reason, refusal.words)

  const words = { formId, on, way, isReached, note }
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const isNew = await keepContact(tx, { ...words, ...by, unitId, memberId, id: newId() })
  const rules = await rulesAt(tx, contactRules, { path, day: today })
  const away = { since, reason: stay?.reason ?? null, range: stay?.range ?? null }
  const { dueOn } = contactDue(away, await lastReached(tx, input), today, rules)
  return {
    value: { dueOn },
    place: { unitId, path },
    change: isNew ? { subject: `member:${memberId}`, after: { on, way, isReached, note } } : 'none',
  }
})
