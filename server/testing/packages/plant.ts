import { drainJobs } from '../../kernel/job-worker.ts'
import { showJob } from '../../modules/jobs/views.ts'
import { read } from '../../modules/packages/acts/read.ts'
import { readPackageJob } from '../../modules/packages/index.ts'
import { uploadAs } from '../uploads.ts'
import type { Organization, Person } from '../world.ts'

/** Uploads an archive and has it read; what became of it is in the job. */
export async function readPackage(
  person: Person,
  { id: organizationId }: Organization,
  bytes: Uint8Array,
) {
  const { unitId } = person.actor
  const fileId = await uploadAs(person, '课件.zip', bytes)
  const asked = await read(person, { organizationId, fileUnitId: unitId, fileId })
  await drainJobs(person, [readPackageJob])
  const job = await showJob(person, { unitId: asked.unitId, jobId: asked.jobId })
  return { ...asked, fileId, status: job.status, note: job.note }
}
