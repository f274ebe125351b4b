import { contract } from '@zhixing/contract'
import type { EntryOf, Input, MemberFacts } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, unfit } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { faultsOf, findByNumber, tidyFacts } from '../../members/index.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { startCase } from '../../procedures/index.ts'
import { procedures } from '../catalogue/procedures.ts'
import { keepTransfer } from '../store.ts'

/** A letter from outside: handed in, or only announced so that somebody asks where it is. */
export const register = act(contract.transfers.register, async (scene, input) => {
  const { tx, now, actor, reach, vault } = scene
  const { letter, reason, note, isHandedIn } = input
  const today = dayOf(now)
  const branch = await requireLive(tx, reach, input.organizationId)
  if (!isBranch(branch.kind)) throw conflict('members.notBranch', { 组织: branch.name })
  const facts = tidyFacts({ ...input.facts, floatingSince: null, floatingTo: '', lostSince: null })
  const faults = faultsOf(facts, today)
  if (faults.length > 0)
    throw unfit(faults.map(({ field, message }) => ({ path: `facts.${field}`, message })))
  if (letter.issuedOn > today) throw conflict('transfers.dayAhead', { 今天: today })
  const validUntil = addDays(letter.issuedOn, letter.validDays)
  if (validUntil < today) throw conflict('transfers.expired', { 日期: validUntil })
  const idNumberIndex = vault.index(facts.idNumber)
  await refuseKnown(scene, facts)

  const { unitId, id: organizationId, path, name: toName } = branch
  const [id, place] = [newId(), { unitId, organizationId, path }]
  const caseId = await startCase(tx, procedures.in, {
    ...place,
    subject: `transfer:${id}`,
    title: `${facts.name}由${letter.from}转入`,
    by: actor,
    now,
    past: isHandedIn ? [{ step: 'handIn', on: today, reason: '登记时已递交' }] : [],
    marks: { validUntil },
  })
  await unlessBroken(
    keepTransfer(tx, {
      ...place,
      id,
      caseId,
      route: 'in',
      name: facts.name,
      fromName: letter.from,
      toName,
      reason,
      note,
      state: isHandedIn ? 'inTransit' : 'issued',
      ...letterOf(letter),
      validUntil,
      factsSealed: vault.seal(JSON.stringify(facts)),
      idNumberIndex,
      startedOn: today,
      byId: actor.accountId,
      at: now,
    }),
    'transfers_outside_letter_once',
    conflict('transfers.letterKnown', { 编号: letter.number }),
  )
  return {
    value: { unitId, transferId: id },
    place: branch,
    change: { subject: `transfer:${id}`, after: { name: facts.name, letter: letter.number } },
  }
})

function letterOf({ number, from, ...said }: Input<EntryOf<'transfers.register'>>['letter']) {
  return { ...said, letterNumber: number, issuer: from }
}

/** Whoever is on a roll here comes by a transfer of their branch; which one it is, only those hear who may see it. */
async function refuseKnown(
  { tx, reach, vault }: Scene,
  { name, idNumber }: Pick<MemberFacts, 'name' | 'idNumber'>,
): Promise<void> {
  const known = await findByNumber(tx, vault.indexes(idNumber))
  if (!known) return
  throw covers(reach, known.path)
    ? conflict('transfers.onRollHere', { 姓名: name, 组织: known.organizationName })
    : conflict('transfers.onRoll', { 姓名: name })
}
