import { contract } from '@zhixing/contract'
import type { EntryOf, Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { addDays, dayOf, yearOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers, parentOf } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { findById } from '../../organizations/index.ts'
import { decideCase } from '../../procedures/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { numberOf, refuseLetter, running, stateAfter } from '../rules/way.ts'
import { settle } from '../steps/settle.ts'
import { tell } from '../steps/tell.ts'
import { changeTransfer, lockTransfer, nextSerial } from '../store.ts'
import type { Transfer } from '../store.ts'

type Asked = Input<EntryOf<'transfers.decide'>>

/** One step, by whoever's turn it is at either end; with the last one the rolls follow. */
export const decide = act(contract.transfers.decide, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, step, outcome, reason, papers } = input
  const transfer = await lockTransfer(tx, reach, input)
  if (!transfer) throw missing('transfers.unknown')
  const today = dayOf(now)
  const { state: before, validUntil } = transfer
  if (outcome !== 'refuse' && running.includes(before) && validUntil && validUntil < today)
    throw conflict('transfers.expired', { 日期: validUntil })
  const issued = outcome === 'issue' ? await issue(scene, transfer, input) : undefined
  const decided = await decideCase(
    tx,
    { unitId, caseId: transfer.caseId },
    { step, outcome, reason, papers, actor, now, ...issued?.case },
  )
  const state = stateAfter(before, decided.step, outcome)
  const arrived = state === 'received' ? await settle(scene, transfer) : undefined
  const isOver = decided.state !== 'open'
  await changeTransfer(tx, transfer, {
    state,
    ...issued?.letter,
    ...(isOver ? { endedOn: today, factsSealed: null } : {}),
    ...(transfer.memberId === null && arrived ? { memberId: arrived.memberId } : {}),
  })
  const told = { ...transfer, ...issued?.letter }
  if (state !== before) await tell(tx, told, { state, reason, now })
  return {
    value: { state },
    place: { unitId, path: placeOf(transfer, reach) },
    change: {
      subject: transfer.memberId ? `member:${transfer.memberId}` : `transfer:${transfer.id}`,
      before: { state: before },
      after: { state, step, outcome, reason, transfer: transfer.toName },
    },
  }
})

/** Traced at the end where whoever decided it stands. */
function placeOf({ path, partnerPath }: Transfer, reach: Reach): string {
  return covers(reach, path) ? path : (partnerPath ?? path)
}

/** The letter: its number, how long it holds, to which month dues were paid; from now on the other end sees it. */
async function issue({ tx, now }: Scene, transfer: Transfer, input: Asked) {
  const { unitId, path, partnerId } = transfer
  const today = dayOf(now)
  const { value: daysMax } = await ruleAt(tx, 'transfer.letter.days', { path, day: today })
  const refusal = refuseLetter(input, daysMax, today)
  if (refusal) throw conflict(refusal.reason, 'words' in refusal ? refusal.words : {})
  const { validDays, duesPaidTo } = input
  const year = yearOf(today)
  const serial = await nextSerial(tx, unitId, year)
  const validUntil = addDays(today, validDays ?? daysMax)
  const partner = partnerId === null ? undefined : await findById(tx, partnerId)
  if (partner?.dissolvedOn) throw conflict('transfers.dissolved', { 组织: partner.name })
  const above = await findById(tx, parentOf(path).split('/').at(-2) ?? '')
  return {
    case: {
      marks: { validUntil },
      ...(partner ? { partner: { organizationId: partner.id, path: partner.path } } : {}),
    },
    letter: {
      letterYear: year,
      letterSerial: serial,
      letterNumber: numberOf(year, serial),
      issuedOn: today,
      issuer: above?.name ?? transfer.fromName,
      validDays,
      validUntil,
      duesPaidTo,
      partnerPath: partner?.path ?? null,
    },
  }
}
