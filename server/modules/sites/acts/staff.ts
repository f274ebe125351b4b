import { contract } from '@zhixing/contract'
import { staffRoles } from '@zhixing/contract/site-words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { findMember } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { endStaff as end, keepStaff as keep, lockStaff } from '../store.ts'

export const keepStaff = act(contract.sites.keepStaff, async ({ tx, now, reach }, input) => {
  const { organizationId, staffId, role, memberId, isFullTime, from, note } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const person = await findMember(tx, reach, { unitId, memberId })
  if (!person || person.member.leftOn) throw missing('sites.manager')
  const facts = { role, memberId, isFullTime, from, note }
  const row = { ...facts, id: staffId, unitId, organizationId, path, at: now }
  const known = { 姓名: person.member.name, 岗位: staffRoles[role] }
  const isNew = await unlessBroken(
    keep(tx, row),
    'education_staff_once',
    conflict('sites.staffKnown', known),
  )
  return {
    value: { unitId, staffId },
    place: { unitId, path },
    change: isNew ? { subject: `staff:${staffId}`, after: facts } : 'none',
  }
})

export const endStaff = act(contract.sites.endStaff, async ({ tx, now, reach }, input) => {
  const { unitId, staffId } = input
  const own = await lockStaff(tx, unitId, staffId)
  if (!own || !covers(reach, own.path)) throw missing('sites.staffUnknown')
  const until = dayOf(now)
  await end(tx, unitId, staffId, until)
  return { value: {}, place: own, change: { subject: `staff:${staffId}`, after: { until } } }
})
