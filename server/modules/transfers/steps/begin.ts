import type { EntryOf, Input } from '@zhixing/contract'
import type { OwnScene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { findById, isBranch } from '../../organizations/index.ts'
import { startCase } from '../../procedures/index.ts'
import { procedures } from '../catalogue/procedures.ts'
import { findOpenOf, keepTransfer } from '../store.ts'
import type { lockGoing } from '../store.ts'

type Scene = Pick<OwnScene, 'tx' | 'now' | 'actor'>
type Going = NonNullable<Awaited<ReturnType<typeof lockGoing>>>
type Wish = Input<EntryOf<'transfers.ask'>>

/** Puts a member's transfer forward; by the branch itself, its own word is given already. */
export async function begin(
  { tx, now, actor }: Scene,
  { member, path, organizationName: fromName }: Going,
  { destination, reason, note, isByBranch }: Wish & { readonly isByBranch: boolean },
) {
  const { unitId, id: memberId, name, organizationId } = member
  const to = await targetOf(tx, destination, member)
  const taken = (toName: string) => conflict('transfers.open', { 姓名: name, 去向: toName })
  const before = await findOpenOf(tx, { unitId, memberId })
  if (before) throw taken(before.toName)

  const id = newId()
  const route = to.id === null ? 'out' : 'inside'
  const today = dayOf(now)
  const caseId = await startCase(tx, procedures[route], {
    unitId,
    organizationId,
    path,
    subject: `transfer:${id}`,
    title: `${name}转往${to.name}`,
    by: actor,
    now,
    past: isByBranch ? [{ step: 'branch', on: today, reason: '党支部办理' }] : [],
  })
  const place = { unitId, organizationId, path, fromName, toName: to.name, partnerId: to.id }
  await unlessBroken(
    keepTransfer(tx, {
      ...place,
      id,
      route,
      memberId,
      name,
      caseId,
      contact: destination.contact,
      reason,
      note,
      state: 'draft',
      startedOn: today,
      byId: actor.accountId,
      at: now,
    }),
    'transfers_one_open',
    taken(to.name),
  )
  return {
    value: { unitId, transferId: id },
    place: { unitId, path },
    change: {
      subject: `member:${memberId}`,
      after: { transfer: to.name, reason },
    },
  }
}

async function targetOf(
  tx: Scene['tx'],
  { organizationId, outside }: Wish['destination'],
  { name, organizationId: home }: Going['member'],
) {
  if (organizationId === null) {
    if (outside.length < 4) throw conflict('transfers.destination')
    return { id: null, name: outside }
  }
  const branch = await findById(tx, organizationId)
  if (!branch || !isBranch(branch.kind)) throw conflict('transfers.destinationUnknown')
  if (branch.dissolvedOn) throw conflict('transfers.dissolved', { 组织: branch.name })
  if (branch.id === home) throw conflict('transfers.sameBranch', { 姓名: name, 组织: branch.name })
  return { id: branch.id, name: branch.name }
}
