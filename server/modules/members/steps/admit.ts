import type { MemberFacts } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict, missing, unfit } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { faultsOf } from '../rules/facts.ts'
import { tidy } from '../rules/tidy.ts'
import { countOf, shiftCounts } from '../store/counts.ts'
import { columnsOf } from '../store/facts.ts'
import { beginAffiliation, keepMember, lockMember, updateMember } from '../store/members.ts'
import type { MemberKey } from '../store/members.ts'
import { refuseTaken } from './refuse-taken.ts'
import { partWith } from './standing.ts'

type Branch = { readonly unitId: string; readonly id: string; readonly path: string }

/** Somebody whom their branch has admitted becomes a probationary member of it, from the day of its meeting. */
export async function admitMember(
  { tx, vault }: { readonly tx: Db; readonly vault: Vault },
  branch: Branch,
  { facts: given, today }: { readonly facts: MemberFacts; readonly today: Day },
): Promise<string> {
  const facts = tidy(given)
  const faults = faultsOf(facts, today)
  if (faults.length > 0) throw unfit(faults.map(({ field, message }) => ({ path: field, message })))
  const { unitId, id: organizationId, path } = branch
  const memberId = newId()
  const from = facts.joinedOn ?? today
  const row = { unitId, id: memberId, organizationId, nameKey: nameKeyOf(facts.name) }
  await refuseTaken({ tx, vault }, { unitId, memberId }, facts)
  await unlessBroken(
    keepMember(tx, { ...columnsOf(facts, vault), ...row, arrivedOn: from }),
    'members_id_number_once',
    conflict('members.idTaken'),
  )
  await beginAffiliation(tx, { unitId, memberId, organizationId, from, how: 'registered' })
  await shiftCounts(tx, path, countOf(facts.stage))
  return memberId
}

/** A probationary member becomes a full one, from the day of the meeting that resolved it. */
export async function confirmMember(tx: Db, key: MemberKey, confirmedOn: Day): Promise<void> {
  const { member, path } = await requireProbationary(tx, key)
  await updateMember(tx, member, { stage: 'full', confirmedOn })
  await shiftCounts(tx, path, countOf('probationary', -1))
  await shiftCounts(tx, path, countOf('full'))
}

/** Probation ended without membership: the row and its history remain. */
export async function dismissMember(tx: Db, key: MemberKey, leftOn: Day): Promise<void> {
  await partWith(tx, await requireProbationary(tx, key), { on: leftOn, because: 'removed' })
}

async function requireProbationary(tx: Db, key: MemberKey) {
  const found = await lockMember(tx, ['/'], key)
  if (!found) throw missing('members.unknown')
  if (found.member.leftOn) throw conflict('members.left')
  if (found.member.stage !== 'probationary') throw conflict('members.notProbationary')
  return found
}
