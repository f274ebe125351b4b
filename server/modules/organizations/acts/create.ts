import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { pathBelow, refuseChild } from '../rules.ts'
import { keepOrganization, lockOrganization } from '../store/tree.ts'

export const create = act(
  contract.organizations.create,
  async ({ tx, reach }, { parentId, name, kind }) => {
    const parent = await lockOrganization(tx, reach, parentId)
    if (!parent) throw missing('organizations.unknown')

    const refusal = refuseChild(parent, kind)
    if (refusal) throw conflict(refusal)

    const id = newId()
    const path = pathBelow(parent.path, id)
    const founded = { id, unitId: parent.unitId, parentId, path, kind, name }
    await keepOrganization(tx, founded)

    return {
      value: { organizationId: id },
      place: founded,
      change: { subject: `organization:${id}`, after: founded },
    }
  },
)
