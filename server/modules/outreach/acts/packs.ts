import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { changePack, keepPack as keepRow, lockPack } from '../store/packs.ts'

/** A new pack under the id that the form made, or another list in the same pack. */
export const keepPack = act(contract.outreach.keepPack, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, packId, version, title, items } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const before = await lockPack(tx, reach, { unitId, packId })
  if (before) {
    const isSame = JSON.stringify([before.title, before.items]) === JSON.stringify([title, items])
    if (!isSame && before.version !== version) throw conflict('input.stale')
    return {
      value: {
        unitId,
        packId,
        version: isSame ? before.version : await changePack(tx, before, { title, items }),
      },
      place: before,
      change: isSame
        ? 'none'
        : {
            subject: `pack:${packId}`,
            before: { title: before.title, items: before.items },
            after: { title, items },
          },
    }
  }

  const by = { byId: actor.accountId, at: now }
  const row = { ...by, unitId, id: packId, organizationId, path, title, items }
  if (!(await keepRow(tx, row))) throw missing('outreach.packUnknown')
  return {
    value: { unitId, packId, version: 1 },
    place: { unitId, path },
    change: { subject: `pack:${packId}`, after: { title, items } },
  }
})

export const endPack = act(contract.outreach.endPack, async ({ tx, now, reach }, input) => {
  const pack = await lockPack(tx, reach, input)
  if (!pack) throw missing('outreach.packUnknown')
  const endedOn = dayOf(now)
  await changePack(tx, pack, { endedOn })
  return { value: {}, place: pack, change: { subject: `pack:${pack.id}`, after: { endedOn } } }
})
