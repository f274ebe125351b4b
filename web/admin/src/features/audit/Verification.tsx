import { JobProgress } from '../../ui/job/JobProgress.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Button } from 'antd'
import styles from './Audit.module.css'

/** The walk along the chain, while it runs and when it has come to its end or to a break. */
export function Verification({ unitId, jobId }: { unitId: string; jobId: string }) {
  const change = useSearchChange()
  return (
    <JobProgress unitId={unitId} jobId={jobId} doing="正在核对" of="号封存" cancel="停止核对">
      {({ status, note }) => (
        <p
          role="status"
          className={`${styles.verdict} ${note.startsWith('发现异常') ? styles.broken : ''}`}
        >
          {saidOf(status, note)}
          <Button type="link" onClick={() => change({ unit: undefined, job: undefined })}>
            收起
          </Button>
        </p>
      )}
    </JobProgress>
  )
}

function saidOf(status: string, note: string): string {
  if (status === 'done') return `核对完毕：${note}。`
  return status === 'cancelled' ? '核对已停止。' : note
}
