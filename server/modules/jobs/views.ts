import { contract } from '@zhixing/contract'
import { and, desc, eq } from 'drizzle-orm'
import { jobs } from '../../kernel/jobs.ts'
import type { Job } from '../../kernel/jobs.ts'
import { missing } from '../../kernel/problem.ts'
import { ownView } from '../../kernel/view.ts'

export const showJob = ownView(contract.jobs.show, async ({ db, actor }, { unitId, jobId }) => {
  const [job] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.unitId, unitId), eq(jobs.id, jobId), eq(jobs.requestedBy, actor.accountId)))
  if (!job) throw missing('jobs.unknown')
  return stateOf(job)
})

export const listJobs = ownView(contract.jobs.list, async ({ db, actor }) => {
  const rows = await db
    .select()
    .from(jobs)
    .where(eq(jobs.requestedBy, actor.accountId))
    .orderBy(desc(jobs.createdAt))
    .limit(50)
  return { rows: rows.map(stateOf) }
})

function stateOf(job: Job) {
  const createdAt = job.createdAt.toISOString()
  return { ...job, createdAt, endedAt: job.endedAt?.toISOString() ?? null }
}
