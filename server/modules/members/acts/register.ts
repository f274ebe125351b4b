import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict, missing, unfit } from '../../../kernel/problem.ts'
import { findOrganization, isBranch } from '../../organizations/index.ts'
import { masked } from '../rules/changes.ts'
import { faultsOf } from '../rules/facts.ts'
import { tidy } from '../rules/tidy.ts'
import { countOf, shiftCounts } from '../store/counts.ts'
import { refuseTaken } from '../steps/refuse-taken.ts'
import { columnsOf } from '../store/facts.ts'
import { beginAffiliation, keepMember } from '../store/members.ts'

export const register = act(contract.members.register, async (scene, input) => {
  const { tx, now, reach, vault } = scene
  const today = dayOf(now)
  const branch = await findOrganization(tx, reach, input.organizationId)
  if (!branch) throw missing('organizations.unknown')
  if (!isBranch(branch.kind)) throw conflict('members.notBranch', { 组织: branch.name })

  const facts = tidy(input.facts)
  const faults = faultsOf(facts, today)
  if (faults.length > 0) throw unfit(faults.map(issueOf))

  const { id: organizationId, unitId } = branch
  const memberId = newId()
  const nameKey = nameKeyOf(facts.name)
  const row = { unitId, id: memberId, organizationId, nameKey, arrivedOn: today }
  await refuseTaken({ tx, vault }, { unitId, memberId }, facts)
  await unlessBroken(
    keepMember(tx, { ...columnsOf(facts, vault), ...row }),
    'members_id_number_once',
    conflict('members.idTaken'),
  )
  await beginAffiliation(tx, { unitId, memberId, organizationId, from: today, how: 'registered' })
  await shiftCounts(tx, branch.path, countOf(facts.stage))

  return {
    value: { unitId, memberId },
    place: branch,
    change: { subject: `member:${memberId}`, after: masked(facts) },
  }
})

function issueOf({ field, message }: { field: string; message: string }) {
  return { path: `facts.${field}`, message }
}
