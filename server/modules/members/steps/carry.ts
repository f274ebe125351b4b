import type { MemberFacts } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { countOf, shiftCounts } from '../store/counts.ts'
import { copyDetails, endPosts } from '../store/details.ts'
import { columnsOf } from '../store/facts.ts'
import {
  beginAffiliation,
  endAffiliation,
  findFormer,
  keepMember,
  lockMember,
  replaceMember,
  updateMember,
} from '../store/members.ts'
import type { MemberKey, MemberRow, NewMember } from '../store/members.ts'
import { refuseTaken } from './refuse-taken.ts'
import { partWith } from './standing.ts'

type Branch = { readonly unitId: string; readonly id: string; readonly path: string }

/**
 * Belongs to another branch from a day on, with the same id: within the unit by the same row, in another unit by a row
 * of its own, copied with what is sealed. What hangs on the old row stays there.
 */
export async function carryMember(
  tx: Db,
  key: MemberKey,
  { to, on }: { readonly to: Branch; readonly on: Day },
): Promise<void> {
  const found = await lockMember(tx, ['/'], key)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  if (member.leftOn) throw conflict('members.left')
  const home = { floatingSince: null, floatingTo: '', groupId: null, organizationId: to.id }
  if (to.unitId === key.unitId) {
    await updateMember(tx, member, home)
    await endAffiliation(tx, member, on)
    await endPosts(tx, key, on)
    await shiftCounts(tx, path, countOf(member.stage, -1))
  } else {
    await partWith(tx, found, { on, because: 'transferred' })
    await settle(tx, { ...member, ...home, unitId: to.unitId, arrivedOn: on })
    await copyDetails(tx, key, { unitId: to.unitId, on })
  }
  await arrive(tx, to, { memberId: member.id, stage: member.stage, on })
}

/** Comes from outside with a letter; whoever was on a roll here before is the same person again. */
export async function receiveMember(
  { tx, vault }: { readonly tx: Db; readonly vault: Vault },
  to: Branch,
  { facts, on }: { readonly facts: MemberFacts; readonly on: Day },
): Promise<string> {
  const columns = columnsOf(facts, vault)
  const { idNumber } = facts
  const former = idNumber === '' ? undefined : await findFormer(tx, vault.indexes(idNumber))
  const memberId = former ?? newId()
  await refuseTaken({ tx, vault }, { unitId: to.unitId, memberId }, facts)
  await settle(tx, {
    ...columns,
    unitId: to.unitId,
    id: memberId,
    organizationId: to.id,
    nameKey: nameKeyOf(facts.name),
    arrivedOn: on,
  })
  await arrive(tx, to, { memberId, stage: facts.stage, on })
  return memberId
}

/** The row of a unit that has none of them yet, or none that is in force. */
async function settle(tx: Db, row: NewMember): Promise<void> {
  const here = { ...row, leftOn: null, leftBecause: null, importId: null }
  const before = await lockMember(tx, ['/'], { unitId: row.unitId, memberId: row.id })
  await unlessBroken(
    before ? replaceMember(tx, before.member, here) : keepMember(tx, { ...here, version: 0 }),
    'members_id_number_once',
    conflict('members.idTaken'),
  )
}

type Arrival = {
  readonly memberId: string
  readonly stage: MemberRow['stage']
  readonly on: Day
}

async function arrive(tx: Db, to: Branch, { memberId, stage, on }: Arrival): Promise<void> {
  const { unitId, id: organizationId, path } = to
  await beginAffiliation(tx, { unitId, memberId, organizationId, from: on, how: 'transferred' })
  await shiftCounts(tx, path, countOf(stage))
}
