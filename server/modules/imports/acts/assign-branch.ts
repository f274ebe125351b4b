import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findOrganization, isBranch } from '../../organizations/index.ts'
import { openImport } from '../steps/open-import.ts'
import { updateImport } from '../store/imports.ts'
import { assignRows, countRows } from '../store/rows.ts'

/** Says which branch a spelling means; the choice is remembered if the file is read again. */
export const assignBranch = act(contract.imports.assignBranch, async (scene, input) => {
  const { tx } = scene
  const record = await openImport(scene, input, ['checked'])
  const branch = await findOrganization(tx, [record.path], input.organizationId)
  if (branch?.unitId !== record.unitId) throw missing('organizations.unknown')
  if (!isBranch(branch.kind)) throw conflict('members.notBranch', { 组织: branch.name })

  const { spelling, organizationId } = input
  const count = await assignRows(tx, record, { spelling, organizationId })
  if (count === 0) throw conflict('imports.spellingUnknown', { 支部: spelling })
  const branches = { ...record.branches, [spelling]: organizationId }
  await updateImport(tx, record, { branches, counts: await countRows(tx, record) })
  return {
    value: { count },
    place: { unitId: record.unitId, path: record.path },
    change: { subject: `import:${record.id}`, after: { spelling, branch: branch.name } },
  }
})
