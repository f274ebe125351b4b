import { Readable } from 'node:stream'
import { drainJobs } from '../kernel/job-worker.ts'
import { inTransaction } from '../kernel/db.ts'
import { keepFile } from '../modules/files/index.ts'
import { begin } from '../modules/imports/acts/begin.ts'
import { readJob, takeBackJob, writeJob } from '../modules/imports/index.ts'
import { rollHeadings } from './roll-lines.ts'
import { tableOf } from './workbooks.ts'
import type { Organization, Person } from './world.ts'

/** A roll as the national system would export it. */
export function rollOf(lines: readonly (readonly string[])[]): Uint8Array {
  return tableOf([rollHeadings, ...lines])
}

export async function drainImports(caller: Person): Promise<void> {
  await drainJobs(caller, [readJob, writeJob, takeBackJob])
}

/** Uploads a file, begins an import of it and has it read; where it stands then is for the test to ask. */
export async function beginImport(
  caller: Person,
  { id: organizationId, unitId, path }: Organization,
  content: Uint8Array,
): Promise<{ unitId: string; importId: string }> {
  const { accountId } = caller.actor
  const kept = await inTransaction(caller.db, (tx) =>
    keepFile(tx, caller.files, {
      unitId,
      path,
      accountId,
      subject: '',
      name: '名册.xlsx',
      content: Readable.from([content]),
      now: caller.now(),
    }),
  )
  const key = await begin(caller, {
    organizationId,
    fileUnitId: kept.unitId,
    fileId: kept.fileId,
  })
  await drainImports(caller)
  return key
}
