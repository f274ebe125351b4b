import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict, missing, unfit } from '../../../kernel/problem.ts'
import { differenceOf } from '../rules/changes.ts'
import { faultsOf } from '../rules/facts.ts'
import { tidy } from '../rules/tidy.ts'
import { countOf, shiftCounts } from '../store/counts.ts'
import { refuseTaken } from '../steps/refuse-taken.ts'
import { columnsOf, factsOf } from '../store/facts.ts'
import { lockMember, updateMember } from '../store/members.ts'

/** Only faults of fields that somebody touched stand in the way: old rolls are repaired field by field. */
export const change = act(contract.members.change, async ({ tx, now, reach, vault }, input) => {
  const found = await lockMember(tx, reach, input)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  if (member.leftOn) throw conflict('members.left')
  if (member.version !== input.version) throw conflict('input.stale')

  const before = factsOf(member, vault)
  const given = Object.entries(input.facts).filter(([, value]) => value !== undefined)
  const after = tidy({ ...before, ...Object.fromEntries(given) })
  const difference = differenceOf(before, after)
  const place = { unitId: member.unitId, path }
  if (!difference) return { value: { version: member.version }, place, change: 'none' }

  const isTouched = touches(Object.keys(difference.after))
  const faults = faultsOf(after, dayOf(now)).filter(({ field }) => isTouched(field))
  if (faults.length > 0)
    throw unfit(faults.map(({ field, message }) => ({ path: `facts.${field}`, message })))

  const columns = {
    ...columnsOf(after, vault),
    nameKey: nameKeyOf(after.name),
    ...(before.isSuspended === after.isSuspended
      ? {}
      : { suspendedOn: after.isSuspended ? dayOf(now) : null }),
  }
  if (after.idNumber !== before.idNumber) await refuseTaken({ tx, vault }, input, after)
  const version = await unlessBroken(
    updateMember(tx, member, columns),
    'members_id_number_once',
    conflict('members.idTaken'),
  )
  if (before.stage !== after.stage) {
    await shiftCounts(tx, path, countOf(before.stage, -1))
    await shiftCounts(tx, path, countOf(after.stage))
  }
  return { value: { version }, place, change: { subject: `member:${member.id}`, ...difference } }
})

/** Fields that are judged together: whoever changes one answers for the others as well. */
const families = [
  ['idNumber', 'bornOn', 'sex'],
  ['stage', 'joinedOn', 'confirmedOn', 'bornOn'],
]

function touches(changed: readonly string[]): (field: string) => boolean {
  const judged = new Set([
    ...changed,
    ...families.filter((family) => family.some((one) => changed.includes(one))).flat(),
  ])
  return (field) => judged.has(field)
}
