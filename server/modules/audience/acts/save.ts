import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { dropSaved, keepSaved, lockSaved, updateSaved } from '../store.ts'

/** Under a name that is used once at the organization; those below may use it too. */
export const save = act(contract.audience.save, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, name, audience, change } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const known = conflict('audience.known', { 名称: name })
  const before = change
    ? await lockSaved(tx, reach, { unitId: change.unitId, id: change.audienceId })
    : null
  if (before === undefined) throw missing('audience.unknown')
  if (before && before.version !== change?.version) throw conflict('input.stale')

  const words = { name, audience }
  if (before) {
    const updating = updateSaved(tx, before, words)
    const version = await unlessBroken(updating, 'saved_audiences_name', known)
    return {
      value: { unitId: before.unitId, audienceId: before.id, version },
      place: { unitId: before.unitId, path: before.path },
      change: {
        subject: `audience:${before.id}`,
        before: { name: before.name, audience: before.audience },
        after: words,
      },
    }
  }
  const id = newId()
  const row = { ...words, id, unitId, organizationId, path, byId: actor.accountId, at: now }
  await unlessBroken(keepSaved(tx, row), 'saved_audiences_name', known)
  return {
    value: { unitId, audienceId: id, version: 1 },
    place: { unitId, path },
    change: { subject: `audience:${id}`, after: words },
  }
})

export const drop = act(contract.audience.drop, async ({ tx, reach }, input) => {
  const row = await lockSaved(tx, reach, { unitId: input.unitId, id: input.audienceId })
  if (!row) throw missing('audience.unknown')
  if (row.version !== input.version) throw conflict('input.stale')
  await dropSaved(tx, row)
  const { unitId, path, id, name, audience } = row
  return {
    value: {},
    place: { unitId, path },
    change: { subject: `audience:${id}`, before: { name, audience } },
  }
})
