import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { readmitMember, removeMember, restoreMember, suspendMember } from '../../members/index.ts'
import type { ConductCase } from '../store/cases.ts'

type Decided = Pick<ConductCase, 'unitId' | 'memberId' | 'kind'>

/** What an approved decision does to the membership, from the day of the approval. */
export async function carryOut(tx: Db, decided: Decided, on: Day): Promise<void> {
  const { kind } = decided
  if (kind === 'suspend') await suspendMember(tx, decided, on)
  else if (kind === 'restore') await restoreMember(tx, decided)
  else if (kind !== 'correct') await removeMember(tx, decided, { on, because: 'removed' })
}

/** A decision taken back on appeal: everything stands again as before it. */
export async function takeBack(tx: Db, decided: Decided, on: Day): Promise<void> {
  const { kind } = decided
  if (kind === 'suspend') await restoreMember(tx, decided)
  else if (kind === 'restore') await suspendMember(tx, decided, on)
  else if (kind !== 'correct') await readmitMember(tx, decided, on)
}
