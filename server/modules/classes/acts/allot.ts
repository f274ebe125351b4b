import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findOrganization } from '../../organizations/index.ts'
import { promote } from '../steps/promote.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { followSeats } from '../steps/session.ts'
import type { Class } from '../store/classes.ts'
import { countOutsiders } from '../store/enrolments.ts'
import { changeSeats, findQuotas, keepQuota, lockQuota, removeQuota } from '../store/quotas.ts'
import type { QuotaAt } from '../store/quotas.ts'

type Wanted = { readonly organizationId: string; readonly seats: number }

/** Who may send how many. Seats that are taken stay; seats that are added go to the first in line. */
export const allot = act(contract.enrolments.allot, async (scene, { quotas, ...key }) => {
  const { tx, reach } = scene
  const { kept } = await requireClass(tx, reach, key)
  requireState(kept, ['draft', 'returned', 'submitted', 'approved', 'announced'], '调整名额')
  const seats = quotas.reduce((sum, one) => sum + one.seats, 0)
  const room = kept.people - (await countOutsiders(tx, key))
  if (seats > room) throw conflict('enrolments.seatsOver', { 合计: seats, 上限: room })

  const before = await findQuotas(tx, key)
  const wanted = new Map<string, Wanted>()
  for (const one of quotas) {
    const organization = await findOrganization(tx, reach, one.organizationId)
    if (!organization) throw missing('organizations.unknown')
    if (wanted.has(one.organizationId))
      throw conflict('enrolments.twice', { 组织: organization.name })
    wanted.set(one.organizationId, one)
  }
  let promoted = 0
  for (const quota of before) promoted += await settleQuota(scene, kept, { quota, wanted })
  const { unitId, classId } = key
  const isKnown = new Set(before.map(({ organizationId }) => organizationId))
  for (const one of wanted.values())
    if (!isKnown.has(one.organizationId) && one.seats > 0)
      await keepQuota(tx, { id: newId(), unitId, classId, ...one })

  if (promoted > 0) await followSeats(tx, key, scene.now)
  return {
    value: { seats, promoted },
    place: kept,
    change: {
      subject: `class:${classId}`,
      before: { quotas: before.map((one) => [one.organizationId, one.seats]) },
      after: { quotas: quotas.map((one) => [one.organizationId, one.seats]) },
    },
  }
})

/** What becomes of seats that were given before; returns how many came up from the waiting list. */
async function settleQuota(
  { tx, actor, now }: Scene,
  kept: Class,
  { quota, wanted }: { quota: QuotaAt; wanted: ReadonlyMap<string, Wanted> },
): Promise<number> {
  const held = await lockQuota(tx, quota)
  const seats = wanted.get(quota.organizationId)?.seats ?? 0
  if (!held || held.seats === seats) return 0
  if (seats < held.taken)
    throw conflict('enrolments.seatsTaken', {
      组织: quota.organizationName,
      已录: held.taken,
      名额: seats,
    })
  if (seats === 0 && held.queued === 0 && held.taken === 0) {
    await removeQuota(tx, held)
    return 0
  }
  await changeSeats(tx, held, seats)
  const by = { accountId: actor.accountId, name: actor.name, now }
  return (await promote(tx, { kept, quota: { ...held, seats } }, by)).length
}
