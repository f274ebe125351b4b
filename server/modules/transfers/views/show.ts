import { MemberFacts, contract } from '@zhixing/contract'
import { educations } from '@zhixing/contract/codes.ts'
import { sexes, stages } from '@zhixing/contract/words.ts'
import { and, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { maskIdNumber, maskPhone } from '../../members/index.ts'
import { organizations } from '../../organizations/table.ts'
import { decidersOf, findLog, refuseRight } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { isOpen } from '../rules/way.ts'
import { seenWithin } from '../store.ts'
import type { Transfer } from '../store.ts'
import { transfers } from '../table.ts'
import { paidTo } from './past.ts'
import { readTransfers } from './read-rows.ts'

const letterRules = [
  'transfer.letter.days',
  'transfer.letter.near',
  'transfer.letter.far',
  'transfer.pocket.after',
] as const

/** The same for both ends; what the letter from outside tells of a person is masked. */
export const showTransfer = view(contract.transfers.show, async (sight, key) => {
  const { db, now, reach, actor, vault } = sight
  const today = dayOf(now)
  const mine = and(eq(transfers.unitId, key.unitId), eq(transfers.id, key.transferId))
  const where = and(mine, seenWithin(reach))
  const rules = await rulesAt(db, letterRules, { path: reach[0] ?? '/', day: today })
  const pocketDays = rules['transfer.pocket.after'].value
  const [found] = await readTransfers(db, { where, reach, today, pocketDays })
  if (!found) throw missing('transfers.unknown')
  const { transfer, row } = found
  const { reason, note, contact, state, path } = transfer
  const isNear = await isInside(db, transfer)
  const { memberId, unitId } = transfer
  const paid = memberId === null ? undefined : await paidTo(db, { unitId, memberId })
  const keeps = covers(reachOf(actor.appointments, 'transfers.keep'), path)
  return {
    ...row,
    reason,
    note,
    contact,
    person: personOf(transfer, vault),
    next: nextOf(found.case, actor),
    events: await eventsOf(db, found.case),
    may: { withdraw: keeps && isOpen(state) },
    proposed: {
      validDays: rules[isNear ? 'transfer.letter.near' : 'transfer.letter.far'].value,
      validDaysMax: rules['transfer.letter.days'].value,
      duesPaidTo: paid ?? today.slice(0, 7),
    },
  }
})

/** A branch of the same unit is near; any other is far. */
async function isInside(db: Reader, { partnerId, unitId }: Transfer): Promise<boolean> {
  if (partnerId === null) return false
  const [row] = await db
    .select({ unitId: organizations.unitId })
    .from(organizations)
    .where(eq(organizations.id, partnerId))
  return row?.unitId === unitId
}

function nextOf(found: Case, actor: Actor) {
  const step = found.steps.find(({ key }) => key === found.step)
  if (found.state !== 'open' || !step) return null
  const problem = refuseRight(actor, found)
  return {
    step: step.key,
    stepName: step.name,
    deciders: decidersOf(found),
    outcomes: step.outcomes.map(({ key, name, needsReason }) => ({ key, name, needsReason })),
    papers: step.papers.map(({ key, name }) => ({ key, name })),
    refusal: problem ? sentenceOf(problem) : null,
  }
}

/** All that happened, in order, with what was handed in. */
export async function eventsOf(db: Reader, { unitId, id }: Case) {
  const log = await findLog(db, unitId, [id])
  const files = (await filesOf(db, [`case:${id}`])).get(`case:${id}`) ?? []
  return log.map(({ on, stepName, outcomeName, byName, reason, papers }) => ({
    on,
    stepName,
    outcomeName,
    byName,
    reason,
    files: files.filter(({ fileId }) => papers.includes(fileId)),
  }))
}

function personOf({ factsSealed }: Transfer, vault: Vault) {
  if (factsSealed === null) return []
  const facts = MemberFacts.parse(JSON.parse(vault.open(factsSealed)))
  return [
    { word: '性别', value: sexes[facts.sex] },
    { word: '公民身份证号', value: maskIdNumber(facts.idNumber) },
    { word: '出生日期', value: facts.bornOn },
    { word: '学历', value: educations[facts.education] ?? '' },
    { word: '人员类别', value: stages[facts.stage] },
    { word: '加入党组织日期', value: facts.joinedOn ?? '' },
    { word: '联系电话', value: maskPhone(facts.phone) },
  ]
}
