import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import styles from './Activities.module.css'

type Props = { activity: { unitId: string; activityId: string } }

/** Folded away: most people come. The reason goes to the organiser. */
export function LeaveForm({ activity: { unitId, activityId } }: Props) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useAct('activities.leave')
  if (!open)
    return (
      <button type="button" className={styles.quiet} onClick={() => setOpen(true)}>
        不能参加，要请假
      </button>
    )
  return (
    <>
      <label className={styles.reason}>
        请假的原因（组织者能看到）
        <textarea
          rows={3}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={reason.trim().length < 2}
        onClick={() => mutate({ unitId, activityId, reason })}
      >
        请假
      </Button>
    </>
  )
}
