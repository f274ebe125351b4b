import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { attachFile } from '../../files/index.ts'
import { requireLive } from '../../organizations/index.ts'

/** The archive is named; looking into it is long work. There is no package before all of it was found good. */
export const read = act(contract.packages.read, async ({ tx, now, actor, reach }, input) => {
  const { unitId, path, id: organizationId } = await requireLive(tx, reach, input.organizationId)
  const { accountId } = actor
  const packageId = newId()
  const subject = `package:${packageId}`
  const fileKey = { unitId: input.fileUnitId, fileId: input.fileId }
  const file = await attachFile(tx, { ...fileKey, subject, path, accountId })
  const jobId = await enqueue(
    tx,
    { kind: 'packages.read' },
    {
      place: { unitId, path },
      title: `读取课件包 ${file.name}`,
      requestedBy: accountId,
      input: { ...input, unitId, packageId, organizationId, path, accountId },
      now,
    },
  )
  return {
    value: { unitId, jobId, packageId },
    place: { unitId, path },
    change: { subject, after: { fileName: file.name, bytes: file.bytes } },
  }
})
