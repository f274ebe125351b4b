import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { factsOf } from '../store/facts.ts'
import { findMember } from '../store/members.ts'

/** An act, because looking leaves a trace: who saw whose identity, and when. */
export const identify = act(contract.members.identify, async ({ tx, reach, vault }, key) => {
  const found = await findMember(tx, reach, key)
  if (!found) throw missing('members.unknown')

  const { idNumber, phone, address } = factsOf(found.member, vault)
  return {
    value: { idNumber, phone, address },
    place: { unitId: key.unitId, path: found.path },
    change: {
      subject: `member:${key.memberId}`,
      after: { seen: ['idNumber', 'phone', 'address'] },
    },
  }
})
