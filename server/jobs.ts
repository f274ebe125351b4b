import type { DeclaredJob } from './kernel/jobs.ts'
import { verifyJob } from './modules/audit/jobs.ts'
import { readPackageJob } from './modules/packages/index.ts'
import { recountJob } from './modules/procedures/jobs.ts'
import { proposeJob } from './modules/proposals/jobs.ts'
import { readJob, takeBackJob, writeJob } from './modules/imports/index.ts'

/** Every kind of long work, one line each. */
export const declaredJobs: readonly DeclaredJob<never, unknown>[] = [
  verifyJob,
  recountJob,
  proposeJob,
  readJob,
  writeJob,
  takeBackJob,
  readPackageJob,
]
