import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { conflict } from '../../../kernel/problem.ts'
import { columnsOf, tellAppointed } from '../steps/keep.ts'
import { requireOwn } from '../steps/require.ts'
import { changeResource } from '../store/resources.ts'

/** Other words about a resource; bookings that stand keep standing. */
export const change = act(
  contract.resources.change,
  async (scene, { version, resource, ...key }) => {
    const { tx, reach } = scene
    const own = await requireOwn(tx, reach, { ...key, version })
    const { unitId, organizationId, path } = own
    if (own.kind !== resource.details.kind) throw conflict('resources.kindFixed')
    const owner = { unitId, organizationId, path, resourceId: own.id }
    const columns = await columnsOf(tx, owner, resource)
    const next = await unlessBroken(
      changeResource(tx, own, columns),
      'resources_name_once',
      conflict('resources.nameTaken', { 单位: '本单位', 名称: resource.name }),
    )
    const appointed = { unitId, path, resourceId: own.id, name: resource.name }
    await tellAppointed(scene, appointed, resource.details)
    const { details, isShared, name, feature, honours } = own
    return {
      value: { version: next },
      place: { unitId, path },
      change: {
        subject: `resource:${own.id}`,
        before: { name, isShared, feature, honours, details },
        after: columns,
      },
    }
  },
)
