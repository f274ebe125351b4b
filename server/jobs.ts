import type { DeclaredJob } from './kernel/jobs.ts'
import { verifyJob } from './modules/audit/jobs.ts'
import { readPackageJob } from './modules/packages/index.ts'
import { readJob, takeBackJob, writeJob } from './modules/imports/index.ts'

/** Every kind of long work, one line each. */
export const declaredJobs: readonly DeclaredJob<never, unknown>[] = [
  verifyJob,
  readJob,
  writeJob,
  takeBackJob,
  readPackageJob,
]
