import * as z from 'zod'
import { command, query } from './kit.ts'
import { Id, Moment } from './vocabulary.ts'

export const JobState = z.object({
  id: Id,
  unitId: Id,
  kind: z.string(),
  title: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  total: z.int(),
  note: z.string(),
  createdAt: Moment,
  endedAt: Moment.nullable(),
})

export const jobs = {
  show: query({
    summary: '我发起的一项后台任务',
    input: z.object({ unitId: Id, jobId: Id }),
    output: JobState,
  }),

  list: query({
    summary: '我发起的后台任务，新的在前',
    input: z.object({}),
    output: z.object({ rows: z.array(JobState) }),
  }),

  cancel: command({
    summary: '取消我发起的后台任务',
    input: z.object({ unitId: Id, jobId: Id }),
    output: z.object({}),
  }),
}
