import type { DeclaredJob } from './kernel/jobs.ts'

/** Every kind of long work, one line each. */
export const declaredJobs: readonly DeclaredJob<never, unknown>[] = []
