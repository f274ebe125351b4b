import type { EntryOf, Output } from '@zhixing/contract'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import styles from './JobProgress.module.css'

type Job = Output<EntryOf<'jobs.show'>>

type Props = {
  unitId: string
  jobId: string
  /** What is being done and to what: "正在导入", "行". */
  doing: string
  of: string
  /** What cancelling means: "取消，一行也不留". */
  cancel: string
  /** What to show when it has ended, well or not. */
  children: (job: Job) => ReactNode
}

const lookAgainMs = 700

/**
 * Long work, seen from outside: where it stands is what the server says, so a reload loses nothing as long as the
 * address keeps the job's id, and leaving the page stops nothing.
 *
 *     <JobProgress unitId={unitId} jobId={search.job} doing="正在导入" of="行" cancel="取消，一行也不留">
 *       {(job) => <ImportResult job={job} />}
 *     </JobProgress>
 */
export function JobProgress({ unitId, jobId, doing, of, cancel, children }: Props) {
  const answer = useAnswer('jobs.show', { unitId, jobId }, { every: untilEnded })
  const { mutate, isPending } = useAct('jobs.cancel')
  return (
    <Answered answer={answer}>
      {(job) =>
        hasEnded(job) ? (
          children(job)
        ) : (
          <>
            <Sentence note="可以离开本页，完成后收件箱会有通知">
              {doing}
              <Done job={job} of={of} />
            </Sentence>
            <Progress
              percent={percentOf(job)}
              status="normal"
              strokeLinecap="butt"
              aria-label={`${doing}的进度`}
            />
            <div className={styles.actions}>
              <Button loading={isPending} onClick={() => mutate({ unitId, jobId })}>
                {cancel}
              </Button>
            </div>
          </>
        )
      }
    </Answered>
  )
}

function Done({ job: { done, total, note }, of }: { job: Job; of: string }) {
  if (total === 0) return note ? `：${note}。` : '。'
  return (
    <>
      ，<Count of={done.toLocaleString('zh-CN')} /> / {total.toLocaleString('zh-CN')} {of}。
    </>
  )
}

function untilEnded(job: Job | undefined): number | false {
  return job && hasEnded(job) ? false : lookAgainMs
}

function hasEnded({ status }: Job): boolean {
  return status !== 'waiting' && status !== 'running'
}

function percentOf({ done, total }: Job): number {
  return total === 0 ? 0 : Math.round((done / total) * 100)
}
