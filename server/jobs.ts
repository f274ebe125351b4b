import type { DeclaredJob } from './kernel/jobs.ts'
import { verifyJob } from './modules/audit/jobs.ts'

/** Every kind of long work, one line each. */
export const declaredJobs: readonly DeclaredJob<never, unknown>[] = [verifyJob]
