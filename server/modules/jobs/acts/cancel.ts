import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { askToCancel, lockOwnJob } from '../store.ts'

/** A job that waits is over at once; one that runs stops at its next report and takes back what it did. */
export const cancel = ownAct(contract.jobs.cancel, async ({ tx, now, actor }, key) => {
  const job = await lockOwnJob(tx, actor.accountId, key)
  if (!job) throw missing('jobs.unknown')
  if (job.endedAt) throw conflict('jobs.over')

  await askToCancel(tx, job, now)
  const place = { unitId: job.unitId, path: job.path }
  return { value: {}, place, change: { subject: `job:${job.id}` } }
})
