import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { endWatchOn, keepWatch, lockWatch } from '../store.ts'

export const setWatch = act(contract.audience.setWatch, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, ...words } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const id = newId()
  const row = { ...words, id, unitId, organizationId, path, byId: actor.accountId, at: now }
  await unlessBroken(
    keepWatch(tx, row),
    'audience_watches_name',
    conflict('audience.watchKnown', { 名称: words.name }),
  )
  return {
    value: { unitId, watchId: id },
    place: { unitId, path },
    change: { subject: `watch:${id}`, after: words },
  }
})

export const endWatch = act(contract.audience.endWatch, async ({ tx, now, reach }, input) => {
  const watch = await lockWatch(tx, reach, { unitId: input.unitId, id: input.watchId })
  if (!watch) throw missing('audience.watchUnknown')
  const endedOn = dayOf(now)
  await endWatchOn(tx, watch, endedOn)
  const { unitId, path, id, name } = watch
  return {
    value: {},
    place: { unitId, path },
    change: { subject: `watch:${id}`, before: { name }, after: { endedOn } },
  }
})
