import { and, eq } from 'drizzle-orm'
import type { Db } from '../../kernel/db.ts'
import { jobs } from '../../kernel/jobs.ts'
import type { Job } from '../../kernel/jobs.ts'

type JobKey = { readonly unitId: string; readonly jobId: string }

export async function lockOwnJob(tx: Db, accountId: string, { unitId, jobId }: JobKey) {
  const [job] = await tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.unitId, unitId), eq(jobs.id, jobId), eq(jobs.requestedBy, accountId)))
    .for('update')
  return job
}

export async function askToCancel(tx: Db, job: Job, now: Date): Promise<void> {
  const over = job.status === 'waiting' ? { status: 'cancelled' as const, endedAt: now } : {}
  await tx
    .update(jobs)
    .set({ cancelAskedAt: now, ...over })
    .where(and(eq(jobs.unitId, job.unitId), eq(jobs.id, job.id)))
}
