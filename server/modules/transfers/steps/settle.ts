import { MemberFacts } from '@zhixing/contract'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { carryAccount } from '../../accounts/index.ts'
import { handOver, letGo, wayOf } from '../../development/index.ts'
import { closeStay } from '../../floating/index.ts'
import { carryHours } from '../../ledgers/index.ts'
import { carryMember, findByNumber, receiveMember, removeMember } from '../../members/index.ts'
import { findById } from '../../organizations/index.ts'
import type { Transfer } from '../store.ts'

type Settling = Pick<Scene, 'tx' | 'now' | 'actor' | 'vault'>

/** What follows on the rolls when a relationship has arrived: one act at both ends, or none. */
export async function settle(scene: Settling, transfer: Transfer) {
  const settled = { inside, out, in: incoming }
  return settled[transfer.route](scene, transfer)
}

/** Somebody on probation goes on there with the time they have; their papers go with the letter. */
async function followWay(
  { tx, now, actor: by }: Settling,
  key: { readonly unitId: string; readonly memberId: string },
  { to, formId }: { readonly to: Branch; readonly formId: string },
): Promise<void> {
  const way = await wayOf(tx, key)
  if (!way) return
  const papersChecked = '随组织关系转接，培养考察材料一并移交、审查'
  await handOver(tx, { ...way, memberId: key.memberId, formId, to, papersChecked, by, now })
}

type Branch = NonNullable<Awaited<ReturnType<typeof findById>>>

async function inside(scene: Settling, transfer: Transfer) {
  const { tx, now, actor } = scene
  const { unitId, memberId, partnerId, path, id: sourceId, fromName } = transfer
  const to = partnerId === null ? undefined : await findById(tx, partnerId)
  if (!to || memberId === null) throw missing('transfers.unknown')
  if (to.dissolvedOn) throw conflict('transfers.dissolved', { 组织: to.name })
  const key = { unitId, memberId }
  const on = dayOf(now)
  const by = actor.accountId
  await closeStay(tx, key, on)
  await carryMember(tx, key, { to, on })
  await followWay(scene, key, { to, formId: sourceId })
  await carryAccount(tx, {
    from: { ...key, path },
    to: { unitId: to.unitId, organizationId: to.id },
    now,
    byId: by,
    because: '组织关系已转出',
  })
  if (to.unitId !== unitId)
    await carryHours(tx, { memberId, from: { unitId, name: fromName }, to, sourceId, by, now })
  return { memberId, unitId: to.unitId }
}

async function out(scene: Settling, { unitId, memberId, path, toName }: Transfer) {
  const { tx, now, actor } = scene
  if (memberId === null) throw missing('transfers.unknown')
  const key = { unitId, memberId }
  const on = dayOf(now)
  await closeStay(tx, key, on)
  const way = await wayOf(tx, key)
  if (way) await letGo(scene, way, toName)
  await removeMember(tx, key, { on, because: 'transferred' })
  const because = '组织关系已转出'
  await carryAccount(tx, { from: { ...key, path }, now, byId: actor.accountId, because })
  return key
}

async function incoming(scene: Settling, transfer: Transfer) {
  const { tx, now, vault } = scene
  const { unitId, organizationId: id, path, factsSealed, idNumberIndex, name } = transfer
  if (factsSealed === null || idNumberIndex === null) throw missing('transfers.unknown')
  const facts = MemberFacts.parse(JSON.parse(vault.open(factsSealed)))
  if (await findByNumber(tx, vault.indexes(facts.idNumber)))
    throw conflict('transfers.onRoll', { 姓名: name })
  const memberId = await receiveMember(scene, { unitId, id, path }, { facts, on: dayOf(now) })
  return { memberId, unitId }
}
