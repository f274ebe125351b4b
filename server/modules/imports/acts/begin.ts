import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile } from '../../files/index.ts'
import { findOrganization } from '../../organizations/index.ts'
import { branchesBelow, keepImport } from '../store/imports.ts'

/** The file is named; reading it is long work. Nothing reaches the roll before `commit`. */
export const begin = act(contract.imports.begin, async ({ tx, now, actor, reach }, input) => {
  const organization = await findOrganization(tx, reach, input.organizationId)
  if (!organization) throw missing('organizations.unknown')
  const below = await branchesBelow(tx, organization.path, organization.unitId)
  if (!below.some(({ isBranch }) => isBranch))
    throw conflict('imports.organizationHolds', { 组织: organization.name })

  const { unitId, path } = organization
  const { fileUnitId, fileId } = input
  const { accountId } = actor
  const importId = newId()
  const subject = `import:${importId}`
  const file = await attachFile(tx, { unitId: fileUnitId, fileId, subject, path, accountId })

  const jobId = await enqueue(
    tx,
    { kind: 'imports.read' },
    {
      place: { unitId, path },
      title: `读取名册 ${file.name}`,
      requestedBy: accountId,
      input: { unitId, importId },
      now,
    },
  )
  await keepImport(tx, {
    unitId,
    id: importId,
    organizationId: organization.id,
    path,
    fileUnitId,
    fileId,
    fileName: file.name,
    phase: 'reading',
    jobId,
    byId: accountId,
    byName: actor.name,
    at: now,
  })
  return {
    value: { unitId, importId },
    place: organization,
    change: { subject, after: { fileName: file.name, organization: organization.name } },
  }
})
