import { Readable } from 'node:stream'
import { drainJobs } from '../../kernel/job-worker.ts'
import { newId } from '../../kernel/ids.ts'
import { files as rows } from '../../modules/files/table.ts'
import { showJob } from '../../modules/jobs/views.ts'
import { read } from '../../modules/packages/acts/read.ts'
import { readPackageJob } from '../../modules/packages/index.ts'
import { db } from '../database.ts'
import { files, noon } from '../world.ts'
import type { Organization, Person } from '../world.ts'

/** Uploads an archive and has it read; what became of it is in the job. */
export async function readPackage(
  person: Person,
  { id: organizationId }: Organization,
  bytes: Uint8Array,
) {
  const { unitId, place, accountId } = person.actor
  const fileId = newId()
  await files.receive(fileId, Readable.from([Buffer.from(bytes)]), 1_000_000_000)
  await files.keep(fileId)
  const facts = { name: '课件.zip', mediaType: 'application/zip', bytes: bytes.length, sha256: '' }
  await db
    .insert(rows)
    .values({ ...facts, id: fileId, unitId, path: place.path, uploadedBy: accountId, at: noon })
  const asked = await read(person, { organizationId, fileUnitId: unitId, fileId })
  await drainJobs(person, [readPackageJob])
  const job = await showJob(person, { unitId: asked.unitId, jobId: asked.jobId })
  return { ...asked, fileId, status: job.status, note: job.note }
}
