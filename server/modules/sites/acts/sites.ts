import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { foundRoom } from '../../resources/index.ts'
import { changePiece, changeSite, keepPiece, keepSite } from '../store.ts'
import { requireManager, requireSite } from '../steps/require.ts'

/** Enters it among the resources, where it can be ordered, and says who keeps it. */
export const found = act(contract.sites.found, async (scene, input) => {
  const { tx, now, reach } = scene
  const { organizationId, managerId, ...room } = input
  const { unitId, path, id } = await foundRoom(scene, organizationId, room)
  await requireManager(tx, { unitId, memberId: managerId }, reach)
  await keepSite(tx, { unitId, id, managerId, since: dayOf(now) })
  return {
    value: { unitId, siteId: id },
    place: { unitId, path },
    change: { subject: `site:${id}`, after: { ...room, managerId } },
  }
})

export const assign = act(contract.sites.assign, async ({ tx, reach }, input) => {
  const { version, managerId, isOutOfOrder, fault } = input
  const { site, place } = await requireSite(tx, reach, input)
  if (site.version !== version) throw conflict('input.stale')
  await requireManager(tx, { unitId: site.unitId, memberId: managerId }, reach)
  const after = { managerId, isOutOfOrder, fault: isOutOfOrder ? fault : '' }
  const next = await changeSite(tx, site, after)
  const before = { managerId: site.managerId, isOutOfOrder: site.isOutOfOrder, fault: site.fault }
  return {
    value: { version: next },
    place,
    change: { subject: `site:${site.id}`, before, after },
  }
})

export const keepEquipment = act(
  contract.sites.keepEquipment,
  async ({ tx, now, reach }, input) => {
    const { equipmentId: id, version, siteId, unitId, ...words } = input
    const { place } = await requireSite(tx, reach, input)
    const today = dayOf(now)
    if (words.boughtOn > today) throw conflict('sites.bought', { 今天: today })
    const row = { ...words, id, unitId, siteId }
    const subject = `site:${siteId}`
    if (version === null) {
      const isNew = await keepPiece(tx, row)
      return { value: { version: 0 }, place, change: isNew ? { subject, after: words } : 'none' }
    }
    const next = await changePiece(tx, { ...row, version })
    if (next === undefined) throw missing('sites.equipmentUnknown')
    return { value: { version: next }, place, change: { subject, after: words } }
  },
)
