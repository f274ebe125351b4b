import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { columnsOf, tellAppointed } from '../steps/keep.ts'
import { keepResource } from '../store/resources.ts'

/** Enters a lecturer, a room, a base or kit in the register of an organization. */
export const found = act(contract.resources.found, async (scene, { organizationId, resource }) => {
  const { tx, now, reach } = scene
  const { unitId, path, name } = await requireLive(tx, reach, organizationId)
  const id = newId()
  const owner = { unitId, organizationId, path }
  const columns = await columnsOf(tx, { ...owner, resourceId: undefined }, resource)
  await unlessBroken(
    keepResource(tx, { ...owner, ...columns, id, at: now }),
    'resources_name_once',
    conflict('resources.nameTaken', { 单位: name, 名称: resource.name }),
  )
  const appointed = { unitId, path, resourceId: id, name: resource.name }
  await tellAppointed(scene, appointed, resource.details)
  return {
    value: { unitId, resourceId: id },
    place: { unitId, path },
    change: { subject: `resource:${id}`, after: columns },
  }
})
