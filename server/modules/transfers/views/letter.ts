import { sexes, stages } from '@zhixing/contract/words.ts'
import { and, eq } from 'drizzle-orm'
import { requireActor } from '../../../kernel/caller.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { factsOfPerson } from '../../members/index.ts'
import type { TransferLetter } from '../../papers/index.ts'
import { findTransfer } from '../store.ts'
import type { TransferKey } from '../store.ts'
import { letterOf } from './read-rows.ts'
import { members } from '../../members/table.ts'

/** The letter as it is printed, for those who keep it at the end it leaves, and for the member it is about. */
export async function readLetter(caller: Caller, key: TransferKey): Promise<TransferLetter> {
  const { db, vault } = caller
  const actor = requireActor(caller)
  const transfer = await findTransfer(db, ['/'], key)
  if (!transfer || transfer.route === 'in') throw missing('transfers.unknown')
  const { memberId, unitId, path, fromName, toName } = transfer
  const keeps = covers(reachOf(actor.appointments, 'transfers.keep'), path)
  const isOwn = memberId !== null && actor.memberId === memberId
  if (!keeps && !isOwn) throw missing('transfers.unknown')
  const letter = letterOf(transfer)
  if (letter === null || memberId === null) throw conflict('transfers.noLetter')
  const [member] = await db
    .select()
    .from(members)
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  if (!member) throw missing('transfers.unknown')
  const { name, sex, stage, ethnicity, idNumber, phone } = factsOfPerson(member, vault)
  return {
    ...letter,
    name,
    sex: sexes[sex],
    stage: stages[stage],
    ethnicity,
    idNumber,
    phone,
    fromName,
    toName,
    contact: transfer.contact,
  }
}
