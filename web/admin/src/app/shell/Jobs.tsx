import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import styles from './Jobs.module.css'

type Jobs = Output<EntryOf<'jobs.list'>>
type Job = Jobs['rows'][number]

const words = {
  waiting: '等待中',
  running: '进行中',
  done: '已完成',
  failed: '没有完成',
  cancelled: '已取消',
}
const lookAgainMs = { busy: 2000, idle: 60_000 }

/** Long work goes on wherever one is; while it does, the bar says so. */
export function Jobs() {
  const [open, setOpen] = useState(false)
  const { data } = useAnswer('jobs.list', {}, { every: pause })
  const rows = data?.rows ?? []
  const running = rows.filter(isRunning)
  if (running.length === 0 && !open) return null
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        后台 {running.length} 项
      </Button>
      <DetailPanel title="后台任务" open={open} onClose={() => setOpen(false)}>
        <p className={styles.lead}>可以离开或关闭页面，任务照常进行；结果送到收件箱。</p>
        <ul>
          {rows.map((job) => (
            <Line key={job.id} job={job} />
          ))}
        </ul>
      </DetailPanel>
    </>
  )
}

function Line({ job }: { job: Job }) {
  const { mutate, isPending } = useAct('jobs.cancel')
  const { id: jobId, unitId, title, status, done, total, note, createdAt } = job
  return (
    <li className={styles.job}>
      <b>{title}</b>
      <small>
        {moment(createdAt)} · {words[status]}
        {note ? ` · ${note}` : ''}
      </small>
      {isRunning(job) ? (
        <>
          <Progress
            percent={total === 0 ? 0 : Math.round((done / total) * 100)}
            status="normal"
            strokeLinecap="butt"
            aria-label={`${title}的进度`}
          />
          <Button size="small" loading={isPending} onClick={() => mutate({ unitId, jobId })}>
            取消
          </Button>
        </>
      ) : null}
    </li>
  )
}

function pause(jobs: Jobs | undefined): number {
  return jobs?.rows.some(isRunning) ? lookAgainMs.busy : lookAgainMs.idle
}

function isRunning({ status }: Job): boolean {
  return status === 'waiting' || status === 'running'
}
