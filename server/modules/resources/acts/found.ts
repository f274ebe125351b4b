import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { enter } from '../steps/found.ts'
import { tellAppointed } from '../steps/keep.ts'

/** Enters a lecturer, a room, a base or kit in the register of an organization. */
export const found = act(contract.resources.found, async (scene, { organizationId, resource }) => {
  const { unitId, path, id, columns } = await enter(scene, organizationId, resource)
  const appointed = { unitId, path, resourceId: id, name: resource.name }
  await tellAppointed(scene, appointed, resource.details)
  return {
    value: { unitId, resourceId: id },
    place: { unitId, path },
    change: { subject: `resource:${id}`, after: columns },
  }
})
