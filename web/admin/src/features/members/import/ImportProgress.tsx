import type { ImportState } from '@zhixing/contract'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Progress } from 'antd'
import styles from './Import.module.css'

type Props = { state: ImportState; doing: string; cancel?: string }

export function ImportProgress({ state: { job, phase, fileName }, doing, cancel }: Props) {
  const { mutate, isPending } = useAct('jobs.cancel')
  const done = job?.done ?? 0
  // How many there are is known once all have been read.
  const total = phase === 'reading' ? 0 : (job?.total ?? 0)
  return (
    <>
      <Sentence note={`${fileName} · 可以离开本页，完成后收件箱会有通知`}>
        {doing}，已处理 <Count of={done.toLocaleString('zh-CN')} />
        {total > 0 ? ` / ${total.toLocaleString('zh-CN')}` : ''} 行。
      </Sentence>
      {total > 0 ? (
        <Progress
          percent={Math.round((done / total) * 100)}
          status="normal"
          strokeLinecap="butt"
          aria-label={`${doing}的进度`}
        />
      ) : null}
      {job && cancel ? (
        <div className={styles.actions}>
          <Button
            loading={isPending}
            onClick={() => mutate({ unitId: job.unitId, jobId: job.jobId })}
          >
            {cancel}
          </Button>
        </div>
      ) : null}
    </>
  )
}
