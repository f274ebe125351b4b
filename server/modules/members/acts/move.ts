import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { refuseDay } from '../rules/days.ts'
import { countOf, shiftCounts } from '../store/counts.ts'
import { beginAffiliation, endAffiliation, lockMember, updateMember } from '../store/members.ts'

export const move = act(contract.members.move, async ({ tx, now, reach }, input) => {
  const found = await lockMember(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  if (member.leftOn) throw conflict('members.left')
  if (member.version !== input.version) throw conflict('input.stale')

  const branch = await requireLive(tx, reach, input.organizationId)
  if (!isBranch(branch.kind)) throw conflict('members.notBranch', { 组织: branch.name })
  if (branch.unitId !== member.unitId) throw conflict('members.otherUnit', { 组织: branch.name })
  if (branch.id === member.organizationId)
    throw conflict('members.sameBranch', { 组织: branch.name })
  const refusal = refuseDay(input.from, member.arrivedOn, dayOf(now))
  if (refusal) throw conflict('members.dayOff', refusal)

  const { unitId, id: memberId } = member
  const version = await updateMember(tx, member, { organizationId: branch.id, groupId: null })
  await endAffiliation(tx, member, input.from)
  const next = { unitId, memberId, organizationId: branch.id, from: input.from }
  await beginAffiliation(tx, { ...next, how: 'moved' })
  await shiftCounts(tx, path, countOf(member.stage, -1))
  await shiftCounts(tx, branch.path, countOf(member.stage))

  const { reason } = input
  return {
    value: { version },
    place: branch,
    change: {
      subject: `member:${memberId}`,
      before: { organization: found.organizationName },
      after: { organization: branch.name, from: input.from, reason },
    },
  }
})
