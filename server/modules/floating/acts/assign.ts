import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { commonPath } from '../../../kernel/reach.ts'
import { assignContact, findContactPerson, lockPeople } from '../store/people.ts'

/** All of them or none. Who has not said yet where they are cannot be assigned: there is nothing to keep it on. */
export const assign = act(contract.floating.assign, async ({ tx, now, reach }, input) => {
  const { unitId, memberIds, contactPersonId } = input
  const found = await lockPeople(tx, reach, input)
  if (found.length < new Set(memberIds).size) throw missing('members.unknown')
  const stranger = found.find(({ member }) => member.floatingSince === null)
  if (stranger) throw conflict('floating.notFloating', { 姓名: stranger.member.name })
  if (memberIds.includes(contactPersonId)) throw conflict('floating.selfContact')
  const person = await findContactPerson(tx, unitId, contactPersonId, dayOf(now))
  if (!person) throw conflict('floating.contactPerson')

  const count = await assignContact(tx, input, contactPersonId)
  const [first = ''] = memberIds
  return {
    value: { count },
    place: { unitId, path: commonPath(found.map(({ path }) => path)) },
    change: {
      subject: memberIds.length === 1 ? `member:${first}` : `members:${memberIds.length}`,
      after: { contactPerson: person.name, memberIds },
    },
  }
})
